import type { FormerConsent, Instant, ParticipantId, StandingChoice } from '#domain';
import type { Transaction } from '#platform';
import type { SignInMethod } from '#protocol';

/** A choice as it is kept: with when and how she set this version of it. */
export interface KeptChoice extends StandingChoice {
  readonly isOn: boolean;
  readonly lastUsedAt: Instant | null;
  readonly setAt: Instant;
  readonly setBy: SignInMethod;
  /** Of the session in which she set it. */
  readonly signedInAt: Instant;
}

/** One request that a choice decided. */
export interface ChoiceUse {
  readonly choice: StandingChoice;
  readonly handle: string;
  readonly principalId: string;
  readonly dataUser: ParticipantId;
  readonly consentId?: string | undefined;
  readonly renews?: string | undefined;
  readonly at: Instant;
  /** Whether she is to be written to at once. */
  readonly isUrgent: boolean;
}

/** People's rules, each version of each, and what they decided. What a method locks stays locked until `tx` ends. */
export abstract class StandingChoiceStore {
  /** The oldest first. */
  abstract listOf(principalId: string): Promise<KeptChoice[]>;
  /** The same, while no other transaction changes any of them or uses one. */
  abstract lockOf(tx: Transaction, principalId: string): Promise<KeptChoice[]>;
  abstract add(tx: Transaction, principalId: string, choice: KeptChoice): void;
  /** A new version, on, and not used yet. */
  abstract setAnew(tx: Transaction, choice: KeptChoice): void;
  abstract turnOff(tx: Transaction, id: string): void;
  abstract remove(tx: Transaction, id: string, now: Instant): void;
  /**
   * Writes down whether any choice of hers is on; what waits for the end of quiet hours is looked at again, as they may
   * be other ones now.
   */
  abstract noteChanged(tx: Transaction, principalId: string, now: Instant): void;
  /** Consents that a renewal could renew, the newest first; none is revoked before `tx` ends. */
  abstract holdFormers(
    tx: Transaction,
    principalId: string,
    dataUser: ParticipantId,
    now: Instant,
  ): Promise<FormerConsent[]>;
  abstract noteUse(tx: Transaction, use: ChoiceUse): void;
}
