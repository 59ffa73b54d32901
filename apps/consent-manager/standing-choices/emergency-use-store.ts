import type { Instant, ParticipantId } from '#domain';

/** A use of emergency access that its person has not been written to about. */
export interface UnwrittenUse {
  readonly handle: string;
  readonly principalId: string;
  readonly dataUser: ParticipantId;
  readonly usedAt: Instant;
}

/** Which uses of emergency access people are yet to be told of. */
export abstract class EmergencyUseStore {
  /** Such as others take are passed over. @param until what is not marked as written by then is due again */
  abstract take(now: Instant, until: Instant, limit: number): Promise<UnwrittenUse[]>;
  abstract markWritten(handle: string): Promise<void>;
}
