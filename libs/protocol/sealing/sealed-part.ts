import { type ParticipantId, type Refusal, refuse } from '#domain';
import { canonicalJson } from '../digest/canonical-json.ts';
import { encapsulatedKeyBytes, hpkeSuite } from './hpke-suite.ts';
import type { RecipientKey, RecipientKeyPair } from './recipient-key.ts';

/** What a sealed part is bound to: it opens nowhere else. */
export interface PartContext {
  readonly info: Uint8Array;
  readonly aad: Uint8Array;
}

export interface PartPlace {
  readonly sessionId: string;
  /** Number of the part in its session, from 0. */
  readonly n: number;
  readonly artefactDigest: string;
  readonly provider: ParticipantId;
}

const utf8 = new TextEncoder();

/** `info` names the session, its ground and the provider; `aad` the part. Canonical JSON, so no two places look alike. */
export function partContext({ sessionId, n, artefactDigest, provider }: PartPlace): PartContext {
  const info = { type: 'urn:assent:data-part', sessionId, artefactDigest, provider };
  return { info: utf8.encode(canonicalJson(info)), aad: utf8.encode(canonicalJson({ sessionId, n })) };
}

/**
 * Seals with a fresh encapsulation: no key and nonce ever meet two parts.
 * @returns the encapsulated key (32 bytes), then the ciphertext (plaintext + 16 bytes)
 */
export async function sealPart(key: RecipientKey, context: PartContext, plaintext: Uint8Array): Promise<Uint8Array> {
  const { encapsulatedSecret, ciphertext } = await hpkeSuite.Seal(key.imported, plaintext, { ...context });
  const sealed = new Uint8Array(encapsulatedSecret.length + ciphertext.length);
  sealed.set(encapsulatedSecret);
  sealed.set(ciphertext, encapsulatedSecret.length);
  return sealed;
}

/** @returns refusal: `part-tampered` where the bytes were not sealed to this key in this context */
export async function openPart(
  { privateKey, imported: publicKey }: RecipientKeyPair,
  context: PartContext,
  sealed: Uint8Array,
): Promise<Uint8Array | Refusal> {
  const encapsulated = sealed.subarray(0, encapsulatedKeyBytes);
  try {
    return await hpkeSuite.Open({ privateKey, publicKey }, encapsulated, sealed.subarray(encapsulatedKeyBytes), {
      ...context,
    });
  } catch {
    return refuse('part-tampered', 'the part does not open');
  }
}
