import { isRefusal, type Refusal, refuse } from '#domain';
import { decodeBase64url } from '../digest/base64url.ts';
import { isPublicJwk, type PublicJwk } from '../key/jwk.ts';
import { type JsonObject, parseStrictJson } from '../strict-json/parse-strict-json.ts';
import type { SignedBytes } from './cryptography.ts';

export interface TokenHeader {
  readonly alg: 'ES256';
  readonly typ: string;
  readonly kid?: string;
  readonly jwk?: PublicJwk;
}

/** A compact JWS whose form was checked; nothing in it is proven yet. */
export interface CompactToken extends SignedBytes {
  readonly header: TokenHeader;
  readonly payload: JsonObject;
}

export interface CompactTokenForm {
  readonly typ: string;
  readonly maxBytes: number;
  /** Of values in the payload; as parseStrictJson has it where absent. */
  readonly maxItems?: number;
  /** True for DPoP proofs alone: `jwk` stands where other tokens have `kid`. */
  readonly keyInHeader?: boolean;
}

/**
 * Takes a compact JWS (RFC 7515, section 7.1) apart, before any cryptography. One message has one spelling: strict
 * base64url, strict JSON, and only the header members `alg`, `typ` and `kid` (or `jwk` in a DPoP proof).
 * @returns refusals in this order: `body-too-large`, `token-malformed`, `not-strict-json`, `algorithm-not-allowed`,
 * `type-not-expected`, `critical-header-not-understood`, `token-malformed` (an unknown header member), then the form
 * of the payload; `signature-invalid` where it is not 64 bytes
 */
export function parseCompactToken(raw: string, form: CompactTokenForm): CompactToken | Refusal {
  if (raw.length > form.maxBytes) return refuse('body-too-large', `more than ${form.maxBytes} bytes`);
  const parts = splitCompactToken(raw);
  if (isRefusal(parts)) return parts;
  const header = parseHeader(parts.header, form);
  if (isRefusal(header)) return header;
  const payload = parseObject(parts.payload, 'payload', form.maxItems);
  if (isRefusal(payload)) return payload;
  const { signingInput, signature } = parts;
  if (signature.length !== 64) return refuse('signature-invalid', 'not 64 bytes');
  return { raw, header, payload, signingInput, signature };
}

/** The three parts of a compact JWS, each strict base64url and none empty. */
export function splitCompactToken(
  raw: string,
): (SignedBytes & { readonly header: Uint8Array; readonly payload: Uint8Array }) | Refusal {
  const texts = raw.split('.', 4);
  const [header, payload, signature] = texts.map(decodeBase64url);
  if (texts.length !== 3 || !header?.length || !payload?.length || !signature?.length)
    return refuse('token-malformed', 'not three parts in base64url');
  return { raw, header, payload, signature, signingInput: raw.slice(0, raw.lastIndexOf('.')) };
}

function parseObject(bytes: Uint8Array, name: string, maxItems?: number): JsonObject | Refusal {
  const value = parseStrictJson(bytes, maxItems === undefined ? {} : { maxItems });
  if (isRefusal(value)) return refuse(value.code, `the ${name}: ${value.detail}`);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refuse('token-malformed', `the ${name} is not an object`);
  return value;
}

// `jku`, `x5u`, `x5c`, `b64`, `zip` and whatever comes are not read: they would let the message choose its own key.
const commonMembers = ['alg', 'typ', 'crit'];

function parseHeader(bytes: Uint8Array, form: CompactTokenForm): TokenHeader | Refusal {
  const header = parseObject(bytes, 'header');
  if (isRefusal(header)) return header;
  const keyMember = form.keyInHeader ? 'jwk' : 'kid';
  const unknown = Object.keys(header).find((name) => name !== keyMember && !commonMembers.includes(name));
  const { typ, kid, jwk } = header;
  if (header['alg'] !== 'ES256') return refuse('algorithm-not-allowed');
  if (typ !== form.typ) return refuse('type-not-expected', `expected ${form.typ}`);
  if (header['crit'] !== undefined) return refuse('critical-header-not-understood');
  if (unknown !== undefined) return refuse('token-malformed', 'an unknown header member');
  if (form.keyInHeader)
    return isPublicJwk(jwk)
      ? { alg: 'ES256', typ, jwk: jwk as PublicJwk }
      : refuse('token-malformed', 'no P-256 public key in the header');
  return typeof kid === 'string' ? { alg: 'ES256', typ, kid } : refuse('token-malformed', 'no kid in the header');
}
