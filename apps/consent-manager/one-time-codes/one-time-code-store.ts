import type { Instant } from '#domain';
import type { Contact, Transaction } from '#platform';

export interface OneTimeCode {
  readonly id: string;
  readonly contact: Contact;
  /** The contact it verifies; absent where it signs in. */
  readonly contactId: string | undefined;
  readonly codeHash: Buffer;
  readonly expiresAt: Instant;
  readonly createdAt: Instant;
}

/** The code that signs in under this id, or the newest one that verifies this contact. */
export type CodeReference = { readonly signInId: string } | { readonly contactId: string };

/** Codes that were sent, as digests. */
export abstract class OneTimeCodeStore {
  /** Waits for others that do something about this contact. @returns when the codes since then were made, oldest first */
  abstract lockContact(tx: Transaction, contact: Contact, since: Instant): Promise<Instant[]>;
  abstract add(tx: Transaction, code: OneTimeCode): Promise<void>;
  /** Counts a try, before anyone knows whether it is right. @returns undefined where no try is left */
  abstract countTry(tx: Transaction, of: CodeReference, now: Instant): Promise<OneTimeCode | undefined>;
  abstract spend(tx: Transaction, id: string, now: Instant): Promise<void>;
  /** @returns how many were deleted */
  abstract forgetExpired(before: Instant): Promise<number>;
}
