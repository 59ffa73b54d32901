import { decodeBase64url } from '../digest/base64url.ts';

/** An ES256 public key (RFC 7518, section 6.2): exactly these members. `x` and `y` are 32 bytes in base64url. */
export interface PublicJwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

/** An ES256 private key: the public members and `d`. */
export interface PrivateJwk extends PublicJwk {
  readonly d: string;
}

export function publicJwkOf(jwk: PublicJwk): PublicJwk {
  return { kty: jwk.kty, crv: jwk.crv, x: jwk.x, y: jwk.y };
}

const members = new Set(['kty', 'crv', 'x', 'y']);

/** Whether a value is a public key in form: these members and no others, so a private key is never taken for one. */
export function isPublicJwk(value: unknown): value is PublicJwk {
  if (typeof value !== 'object' || value === null) return false;
  const jwk = value as Record<string, unknown>;
  if (jwk['kty'] !== 'EC' || jwk['crv'] !== 'P-256') return false;
  return Object.keys(jwk).every((name) => members.has(name)) && isCoordinate(jwk['x']) && isCoordinate(jwk['y']);
}

function isCoordinate(value: unknown): boolean {
  return typeof value === 'string' && decodeBase64url(value)?.length === 32;
}
