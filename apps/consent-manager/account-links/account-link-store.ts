import type { AccountLinkState, Instant, ParticipantId } from '#domain';
import type { Transaction } from '#platform';
import type { LinkedAccount } from '../consents/choose-grant.ts';

/** A search for accounts at one provider, until the person names the code she got from it. */
export interface AccountLinkRequest {
  readonly id: string;
  readonly principalId: string;
  readonly dataProvider: ParticipantId;
  /** What the provider calls it. */
  readonly providerRequestId: string;
  readonly expiresAt: Instant;
}

export interface AccountLink {
  readonly id: string;
  readonly principalId: string;
  readonly dataProvider: ParticipantId;
  /** What the provider calls it; artefacts name it. */
  readonly providerLinkId: string;
  /** Masked, for people. */
  readonly label: string;
  readonly dataTypes: readonly string[];
  readonly state: AccountLinkState;
  readonly linkedAt: Instant;
}

/** The accounts people have linked. */
export abstract class AccountLinkStore {
  abstract addRequest(request: AccountLinkRequest): Promise<void>;
  abstract findRequest(id: string, principalId: string): Promise<AccountLinkRequest | undefined>;
  /** @returns false where it is known: an ended one stays ended, one of another person stays his */
  abstract add(tx: Transaction, link: AccountLink): Promise<boolean>;
  abstract listOf(principalId: string): Promise<AccountLink[]>;
  /** Her active links, none of which ends before `tx` does. */
  abstract holdActive(tx: Transaction, principalId: string): Promise<LinkedAccount[]>;
  abstract lock(tx: Transaction, id: string, principalId: string): Promise<AccountLink | undefined>;
  abstract lockAtProvider(tx: Transaction, dataProvider: ParticipantId, id: string): Promise<AccountLink | undefined>;
  abstract end(tx: Transaction, id: string, now: Instant): Promise<void>;
  /** Ended links whose provider has not heard of it yet, longest waiting first. */
  abstract findUntold(limit: number): Promise<AccountLink[]>;
  /** @param tx where it belongs to something larger */
  abstract markTold(id: string, now: Instant, tx?: Transaction): Promise<void>;
  /** @returns how many requests were deleted */
  abstract forgetRequests(before: Instant): Promise<number>;
}
