import type { DataRange, DataTypeTerm, Instant, ParticipantId, SessionState } from '#domain';
import type { RecipientJwk } from '#protocol';
import type { FillProgress } from './fill-progress.ts';

/** What a data session rests on. Agreements and presentations will stand beside the consent. */
export type SessionGround = {
  readonly kind: 'consent';
  readonly manager: ParticipantId;
  readonly artefactId: string;
  /** SHA-256 of the artefact's compact token, base64url: parts are bound to it. */
  readonly artefactDigest: string;
};

export interface DataSession {
  readonly id: string;
  readonly ground: SessionGround;
  /** The use this session belongs to. */
  readonly dataRequestId: string;
  readonly requestedAt: Instant;
  readonly dataUser: ParticipantId;
  readonly ask: { readonly dataTypes: readonly DataTypeTerm[]; readonly dataRange: DataRange };
  /** The only key anything is sealed to. */
  readonly recipientKey: RecipientJwk;
  readonly state: SessionState;
  readonly progress: FillProgress;
  /** Sealed so far. */
  readonly parts: number;
  /** Handed out so far: one more than the highest number asked for. */
  readonly fetched: number;
  /** Reading has let go; whoever fetches wakes it. */
  readonly waiting: boolean;
  readonly manifest?: string | undefined;
  readonly expiresAt: Instant;
}

/** What decides whether a call on a session may go on, and what it is answered. */
export type SessionStanding = Pick<
  DataSession,
  'id' | 'requestedAt' | 'dataUser' | 'ask' | 'state' | 'parts' | 'fetched' | 'waiting' | 'manifest' | 'expiresAt'
> & { readonly manager: ParticipantId };

/** Records in sealed parts, in all accounts; of a session that was broken off, in those that were fetched. */
export function countServed({ accounts }: FillProgress): number {
  return accounts.flatMap(({ records }) => records).reduce((sum, { delivered }) => sum + delivered, 0);
}
