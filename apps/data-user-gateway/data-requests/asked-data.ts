import type { DataRange, DataTypeTerm, Instant, ParticipantId } from '#domain';
import type { SessionStanding } from '../data-sessions/fetched-session.ts';
import type { HandOver } from '../hand-over/hand-over.ts';
import type { RefusedBy } from '../refusals/refused-by.ts';

export const fetchTimes = ['now', 'later'] as const;
/** now: fetched at once; later: authorised, and opened when asked for. */
export type FetchTime = (typeof fetchTimes)[number];

/** PENDING: written down, no answer yet; AUTHORISED: there are sessions; REFUSED: by the manager. */
export type AskState = 'PENDING' | 'AUTHORISED' | 'REFUSED';

/** A data request of this data user, from the moment it is written down. Absent is null. */
export interface AskedData {
  readonly id: string;
  /** Of the command: the same in each retry. */
  readonly requestId: string;
  /** Digest of what our own system sent. */
  readonly askDigest: string;
  readonly consentId: string;
  readonly manager: ParticipantId;
  readonly dataTypes: readonly DataTypeTerm[];
  readonly dataRange: DataRange;
  /** Thumbprint of the DPoP key the access tokens are bound to. */
  readonly jkt: string;
  readonly fetch: FetchTime;
  /** False: the manager and the providers are asked even where our own copy says no. */
  readonly ownCheck: boolean;
  readonly state: AskState;
  /** The manager's id of it: one use. */
  readonly useId: string | null;
  readonly requestedAt: Instant | null;
  readonly refusal: RefusedBy | null;
  readonly tries: number;
  readonly nextTryAt: Instant;
  readonly createdAt: Instant;
}

/** A data request with what has become of it. */
export interface DataRequestStanding {
  readonly asked: AskedData;
  readonly sessions: readonly SessionStanding[];
  /** Of any of its sessions. */
  readonly handOvers: readonly HandOver[];
}
