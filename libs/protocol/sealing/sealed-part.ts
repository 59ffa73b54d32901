import type { ParticipantId, Refusal } from '#domain';
import type { RecipientKey, RecipientPrivateJwk } from './recipient-key.ts';

/** What a sealed part is bound to: it opens nowhere else. */
export interface PartContext {
  readonly info: Uint8Array;
  readonly aad: Uint8Array;
}

export interface PartPlace {
  readonly sessionId: string;
  /** Number of the part in its session, from 1. */
  readonly n: number;
  readonly artefactDigest: string;
  readonly provider: ParticipantId;
}

export declare function partContext(place: PartPlace): PartContext;

/** @returns the encapsulated key (32 bytes), then the ciphertext (plaintext + 16 bytes) */
export declare function sealPart(key: RecipientKey, context: PartContext, plaintext: Uint8Array): Promise<Uint8Array>;

/** @returns refusal: `part-tampered` where the bytes were not sealed to this key in this context */
export declare function openPart(
  key: RecipientPrivateJwk,
  context: PartContext,
  sealed: Uint8Array,
): Promise<Uint8Array | Refusal>;
