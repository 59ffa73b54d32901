import type { AccountLinkState, ParticipantId } from '#domain';
import type { SourceAccount, VerifiedIdentifier } from '../record-sources/record-source.ts';

/** An account, tied to the person a consent manager knows by this pseudonym. */
export interface AccountLink {
  readonly linkId: string;
  readonly manager: ParticipantId;
  readonly principal: string;
  /** The institution's own; it never leaves this role. */
  readonly accountKey: string;
  readonly label: string;
  readonly dataTypes: readonly string[];
  readonly state: AccountLinkState;
}

/** What is read of an account that is linked now. */
export type LinkedAccount = Pick<AccountLink, 'linkId' | 'accountKey' | 'label' | 'dataTypes'>;

export type FoundAccount = Pick<SourceAccount, 'accountKey' | 'label' | 'dataTypes'>;

/** What one code opens: the accounts that have the contact it was sent to. */
export interface LinkOffer {
  readonly codeDigest: string;
  readonly accounts: readonly FoundAccount[];
}

/** A manager's question for accounts, from the asking until its code is given or has lapsed. */
export interface LinkRequest {
  readonly linkRequestId: string;
  readonly manager: ParticipantId;
  readonly principal: string;
  readonly identifiers: readonly VerifiedIdentifier[];
  readonly expiresAt: string;
  readonly tries: number;
  readonly offers: readonly LinkOffer[];
}
