import type { Instant, ParticipantId } from '#domain';
import type { Transaction } from '#platform';
import type { SessionGround } from './data-session.ts';

/** What left, to whom, on what ground: for the audit trail. Counts and kinds, never a value. */
export interface Release {
  readonly sessionId: string;
  readonly ground: SessionGround;
  readonly to: ParticipantId;
  readonly releasedAt: Instant;
  readonly contents: ReadonlyArray<{
    readonly linkId: string;
    readonly dataType: string;
    readonly delivered: number;
    readonly refused: number;
  }>;
}

export abstract class ReleaseStore {
  abstract record(tx: Transaction, release: Release): Promise<void>;
}
