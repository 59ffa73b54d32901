import type { Instant } from '#domain';
import type { Transaction } from '#platform';

/** Keeps the keys of consents, as encrypted. Changes are made with the consent locked. */
export abstract class ConsentKeyStore {
  abstract find(consentId: string): Promise<Buffer | undefined>;
  /** @returns the one kept: this one, or the one that was there first */
  abstract add(consentId: string, wrapped: Buffer, now: Instant): Promise<Buffer>;
  /** @returns how many there were */
  abstract destroy(tx: Transaction, consentId: string): Promise<number>;
}
