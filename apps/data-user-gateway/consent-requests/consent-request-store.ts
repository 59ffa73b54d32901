import type { Instant, ParticipantId, RequestState } from '#domain';
import type { Transaction } from '#platform';
import type { AskedConsent } from './asked-consent.ts';

export interface RecordedHandle {
  readonly handle: string;
  readonly approvalUrl: string;
  readonly expiresAt: Instant;
}

export interface RequestPage {
  readonly state?: RequestState | undefined;
  /** Id of the last one seen; newest come first. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** A request whose answer has come. */
export interface AnsweredConsent extends AskedConsent {
  /** Its consent is here already. */
  readonly isHeld: boolean;
}

/** Keeps the consent requests of this data user. */
export abstract class ConsentRequestStore {
  /**
   * @param operator id of whoever asks, for the audit trail
   * @returns the one kept under its requestId: this one, or the one that was there first
   */
  abstract add(asked: AskedConsent, operator?: string): Promise<AskedConsent>;
  abstract find(id: string): Promise<AskedConsent | undefined>;
  abstract list(page: RequestPage): Promise<AskedConsent[]>;
  abstract forgetUnanswered(id: string): Promise<void>;
  abstract recordHandle(id: string, answer: RecordedHandle): Promise<void>;
  /** Locks it until the transaction ends. */
  abstract lockByRequestId(
    tx: Transaction,
    manager: ParticipantId,
    requestId: string,
  ): Promise<AskedConsent | undefined>;
  abstract findByHandle(manager: ParticipantId, handle: string): Promise<AskedConsent | undefined>;
  /** @param consentId of the consent that answers it */
  abstract lockByHandle(
    tx: Transaction,
    manager: ParticipantId,
    handle: string,
    consentId: string,
  ): Promise<AnsweredConsent | undefined>;
  abstract recordEnd(tx: Transaction, id: string, state: RequestState, reason: string | undefined): void;
}
