import type { BothSides, DataRange, DataTypeTerm, Instant, ParticipantId, SessionFinding, SessionState } from '#domain';

/** What both sides said of a data request at one provider, and whose data it is about. */
export interface StatedSession {
  readonly id: string;
  readonly dataRequestId: string;
  readonly consentId: string;
  readonly principalId: string;
  readonly dataUser: ParticipantId;
  readonly dataProvider: ParticipantId;
  readonly state: SessionState;
  readonly sentAt: Instant | null;
  readonly sentDigest: string | null;
  /** Records that left, by the provider's word. */
  readonly served: number | null;
  readonly receivedAt: Instant | null;
  readonly receivedDigest: string | null;
  /** Records that arrived, by the data user's word. */
  readonly records: number | null;
  /** Came and did not fit, by the data user's word; null where that was not kept yet. */
  readonly misfits: number | null;
  /** When it was first told that both words do not match. */
  readonly mismatchedAt: Instant | null;
  /** When the other side must have spoken too; null where neither has, or nobody waits any more. */
  readonly confirmBy: Instant | null;
  /** What was told of it last; null where there was nothing to tell. */
  readonly finding: SessionFinding | null;
  readonly findingVersion: number;
}

/** The same, with what was asked for and when it is to be gone: what its person sees. */
export interface DataSession extends StatedSession {
  readonly requestedAt: Instant;
  /** When the use was given back, as nothing was served. */
  readonly returnedAt: Instant | null;
  readonly dataTypes: readonly DataTypeTerm[];
  readonly dataRange: DataRange;
  readonly eraseBy: Instant | null;
  readonly erasedAt: Instant | null;
}

export function bothSides({
  sentDigest,
  served,
  receivedDigest,
  records,
  misfits,
  confirmBy,
}: StatedSession): BothSides {
  return {
    sent: sentDigest === null ? null : { manifestDigest: sentDigest, served: served ?? 0 },
    received: receivedDigest === null ? null : { manifestDigest: receivedDigest, records: records ?? 0, misfits },
    confirmBy,
  };
}

export function isErasureOverdue({ eraseBy, erasedAt }: DataSession, now: Instant): boolean {
  return eraseBy !== null && erasedAt === null && now > eraseBy;
}
