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

/** Keeps the consent requests of this data user. */
export abstract class ConsentRequestStore {
  /** @returns the one kept under its requestId: this one, or the one that was there first */
  abstract add(asked: AskedConsent): Promise<AskedConsent>;
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
  abstract lockByHandle(tx: Transaction, manager: ParticipantId, handle: string): Promise<AskedConsent | undefined>;
  abstract recordEnd(tx: Transaction, id: string, state: RequestState, reason: string | undefined): void;
}
