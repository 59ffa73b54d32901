import type { ConsentTerms, Instant, ParticipantId, RequestState } from '#domain';

/** What the person is shown, in the data user's words. */
export interface Notice {
  readonly language: string;
  readonly text: string;
}

/** An ask that is followed under its handle. */
export interface ConsentRequest {
  readonly handle: string;
  /** The data user's own id of it. */
  readonly requestId: string;
  readonly dataUser: ParticipantId;
  /** Null where nobody has the id that was asked for. */
  readonly principalId: string | null;
  readonly terms: ConsentTerms;
  readonly termsDigest: string;
  readonly notice: Notice;
  readonly mayBeNarrowed: boolean;
  readonly state: RequestState;
  readonly askedAt: Instant;
  readonly expiresAt: Instant;
  /** Of the approval. */
  readonly consentId: string | null;
  /** Of the rejection: a code; in her words where it was said before there were codes. */
  readonly reason: string | null;
  readonly decidedAt: Instant | null;
}
