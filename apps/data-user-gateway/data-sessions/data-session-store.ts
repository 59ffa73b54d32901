import type { ConsentStanding, Instant, ParticipantId, SessionState } from '#domain';
import type { PreparedEvents, PreparedTrail, Transaction } from '#platform';
import type { AccountResult } from '#protocol';
import type { NewHandOver } from '../hand-over/hand-over-beginning.ts';
import type { ReceivedPart } from '../received-records/received-part.ts';
import type { Misfits } from '../received-records/record-counting.ts';
import type { RefusedBy } from '../refusals/refused-by.ts';
import type { SessionStanding } from './fetched-session.ts';
import type { LeasedSession } from './fetching.ts';
import type { Hold, Lease } from './lease.ts';

/** Sessions of a data request that are to be fetched now. */
export interface Release {
  readonly dataRequestId: string;
  readonly ownCheck: boolean;
  /** By whom; undefined: by whoever comes first from `now` on. */
  readonly hold: Hold | undefined;
  /** Whether whoever asked waits for the end: until then a crash of PostgreSQL may leave them for later again. */
  readonly isAwaited: boolean;
  readonly now: Instant;
}

export interface KeptPart {
  readonly part: ReceivedPart;
  /** Where the lease is renewed with it. */
  readonly until: Instant | undefined;
  /** Of the consent: under another nothing is kept. Undefined: under any. */
  readonly version: number | undefined;
}

export interface SessionEnd {
  /** The part that comes with the end. */
  readonly last: ReceivedPart | undefined;
  readonly state: SessionState;
  readonly manifest: string;
  readonly manifestDigest: string;
  readonly accounts: readonly AccountResult[];
  readonly records: number;
  readonly misfits: readonly Misfits[];
  readonly receivedAt: Instant;
  readonly eraseBy: Instant;
  readonly handOvers: readonly NewHandOver[];
  readonly told: PreparedEvents;
  readonly noted: PreparedTrail;
}

export interface SessionFailure {
  readonly state: SessionState;
  readonly refusal: RefusedBy;
  /** Its provider may say that it sent; null where it surely sent nothing. */
  readonly eraseBy: Instant | null;
  readonly at: Instant;
  readonly noted: PreparedTrail;
}

/** Keeps the data sessions of this data user. Methods under a lease return false where it was lost. */
export abstract class DataSessionStore {
  abstract listOfConsent(consentId: string): Promise<SessionStanding[]>;

  /** Ids of sessions with something to do whose time has come or whose worker has died. */
  abstract listDue(now: Instant, limit: number): Promise<string[]>;
  /** @returns those of them that were left for later until now */
  abstract release(release: Release): Promise<LeasedSession[]>;
  /** The provider says there is something to fetch. @returns false where it is not a session at this provider */
  abstract wake(tx: Transaction, id: string, provider: ParticipantId, now: Instant): Promise<boolean>;

  /** @returns undefined where nothing is to be done, or another worker is at it */
  abstract lease(sessionId: string, hold: Hold, now: Instant): Promise<LeasedSession | undefined>;
  /** Ends the leases of replicas that are gone. @returns whose turn it is again */
  abstract free(tx: Transaction, workers: readonly string[], now: Instant): Promise<string[]>;
  abstract findStanding(consentId: string): Promise<ConsentStanding | undefined>;
  /** Gives the lease back and comes again later. */
  abstract putOff(lease: Lease, nextTryAt: Instant, opened: boolean): Promise<boolean>;
  abstract recordToken(lease: Lease, accessToken: Buffer, expiresAt: Instant): Promise<boolean>;
  abstract recordPart(lease: Lease, kept: KeptPart): Promise<boolean>;
  /**
   * With its hand-overs and the events that tell of it. Keys and tokens that are of no more use are destroyed with it;
   * the token stays for the acknowledgement.
   *
   * @param version of the consent: under another nothing is written. Undefined: under any
   */
  abstract recordEnd(lease: Lease, end: SessionEnd, version: number | undefined): Promise<boolean>;
  /** What has come of it is deleted. */
  abstract recordFailure(lease: Lease, failure: SessionFailure): Promise<boolean>;
  abstract recordAcknowledged(leases: readonly Lease[]): Promise<void>;
}
