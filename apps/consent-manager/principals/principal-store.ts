import type { Instant } from '#domain';
import type { Contact, Transaction } from '#platform';

export interface PrincipalContact extends Contact {
  readonly id: string;
  readonly verifiedAt: Instant | null;
}

/** People, and how they are reached. */
export abstract class PrincipalStore {
  /** @returns false where the id is taken */
  abstract add(tx: Transaction, id: string, now: Instant): Promise<boolean>;
  /** Who has verified this contact. */
  abstract findByContact(tx: Transaction, contact: Contact): Promise<string | undefined>;
  /** @returns its id: the old one where she has named this contact before */
  abstract addContact(
    tx: Transaction,
    principalId: string,
    id: string,
    contact: Contact,
    now: Instant,
  ): Promise<string>;
  /** @returns false where another person has verified the same contact */
  abstract verifyContact(tx: Transaction, id: string, now: Instant): Promise<boolean>;
  /** Whether she hears of requests by mail. */
  abstract isMailed(principalId: string): Promise<boolean>;
  abstract setMailed(principalId: string, isMailed: boolean): Promise<void>;
  abstract contactsOf(principalId: string): Promise<PrincipalContact[]>;
}
