import type { Instant, ParticipantId } from '#domain';
import type { Transaction } from '#platform';
import type { AccountLink, LinkedAccount } from './account-link.ts';

export abstract class AccountLinkStore {
  /** @returns the link as it stands now: the one that was there, where the same account was linked before */
  abstract link(tx: Transaction, link: Omit<AccountLink, 'state'>, at: Instant): Promise<AccountLink>;

  /** Ends an active link; ending it again changes nothing. @returns nothing where there is no such link */
  abstract end(
    tx: Transaction,
    linkId: string,
    at: Instant,
  ): Promise<{ link: AccountLink; ended: boolean } | undefined>;

  /** Those of the links that are active and tie this pseudonym, in the order of the ids given. */
  abstract findActive(manager: ParticipantId, principal: string, linkIds: readonly string[]): Promise<LinkedAccount[]>;
}
