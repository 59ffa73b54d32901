import type { Instant, ParticipantId } from '#domain';
import type { Transaction } from '#platform';

/** A request that a person is yet to be written to about. */
export interface WaitingRequest {
  readonly handle: string;
  readonly dataUser: ParticipantId;
  readonly expiresAt: Instant;
}

/** Which requests people are to be written to about, and when. */
export abstract class RequestMessageStore {
  /** @returns whom the request waits for, where she is still to be written to about it */
  abstract findPerson(handle: string): Promise<string | undefined>;
  /** People with requests that they are to be written to about by now. */
  abstract findPeople(now: Instant, limit: number): Promise<string[]>;
  /** Her requests of that kind, the oldest first; such as others write about are passed over. */
  abstract lockDue(tx: Transaction, principalId: string, now: Instant, limit: number): Promise<WaitingRequest[]>;
  abstract postpone(tx: Transaction, handles: readonly string[], until: Instant): Promise<void>;
  abstract markWritten(handles: readonly string[]): Promise<void>;
}
