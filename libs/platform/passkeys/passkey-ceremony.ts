import type { Instant } from '#domain';
import type { PasskeyOwner } from './passkey.ts';

/** What an answer is asked for. One given for one of them serves for no other. */
export const ceremonyPurposes = ['make', 'sign-in', 'approve'] as const;
export type CeremonyPurpose = (typeof ceremonyPurposes)[number];

/** A challenge that waits for its answer, once and not for long. */
export interface PasskeyCeremony {
  readonly id: string;
  readonly purpose: CeremonyPurpose;
  /** Null where nobody knows yet who will answer. */
  readonly owner: PasskeyOwner | null;
  /** 32 bytes, base64url. */
  readonly challenge: string;
  /** The own origin it was begun at; its host is what passkeys are bound to. */
  readonly origin: string;
  readonly expiresAt: Instant;
}

export const ceremonySeconds = 300;
