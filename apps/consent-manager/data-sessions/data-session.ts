import type { DataRange, DataTypeTerm, Instant, ParticipantId, SessionState } from '#domain';

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
  readonly mismatchedAt: Instant | null;
}

/** The same, with what was asked for and when it is to be gone: what its person sees. */
export interface DataSession extends StatedSession {
  readonly requestedAt: Instant;
  readonly dataTypes: readonly DataTypeTerm[];
  readonly dataRange: DataRange;
  readonly eraseBy: Instant | null;
  readonly erasedAt: Instant | null;
}

/** Both sides have spoken, and not of the same manifest, or one of records and the other of none. */
export function isMismatched({ sentDigest, receivedDigest, served, records }: StatedSession): boolean {
  if (sentDigest === null || receivedDigest === null) return false;
  return sentDigest !== receivedDigest || (served ?? 0) > 0 !== (records ?? 0) > 0;
}

export function isErasureOverdue({ eraseBy, erasedAt }: DataSession, now: Instant): boolean {
  return eraseBy !== null && erasedAt === null && now > eraseBy;
}
