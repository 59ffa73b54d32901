import type { ConsentStanding, Instant, ParticipantId, SessionState } from '#domain';
import type { Transaction } from '#platform';
import type { AccountResult } from '#protocol';
import type { ReceivedPart } from '../received-records/received-part.ts';
import type { Misfits } from '../received-records/record-counting.ts';
import type { RefusedBy } from '../refusals/refused-by.ts';
import type { SessionStanding } from './fetched-session.ts';
import type { LeasedSession } from './fetching.ts';
import type { Hold, Lease } from './lease.ts';

/** The consent a session is fetched under, as it stands now. */
export interface FetchGround {
  readonly standing: ConsentStanding;
  /** The key of what is kept under it, encrypted; null where nothing is. */
  readonly wrappedKey: Buffer | null;
}

export interface SessionEnd {
  readonly state: SessionState;
  readonly manifest: string;
  readonly manifestDigest: string;
  readonly accounts: readonly AccountResult[];
  readonly records: number;
  readonly misfits: readonly Misfits[];
  readonly receivedAt: Instant;
  readonly eraseBy: Instant;
}

/** Keeps the data sessions of this data user. Methods under a lease return false where it was lost. */
export abstract class DataSessionStore {
  abstract listOfConsent(consentId: string): Promise<SessionStanding[]>;

  /** Ids of sessions with something to do whose time has come or whose worker has died. */
  abstract listDue(now: Instant, limit: number): Promise<string[]>;
  /** Those left for later are to be fetched now: by whom `hold` says, or else by whoever comes first. */
  abstract release(
    dataRequestId: string,
    ownCheck: boolean,
    now: Instant,
    hold: Hold | undefined,
  ): Promise<LeasedSession[]>;
  /** The provider says there is something to fetch. @returns false where it is not a session at this provider */
  abstract wake(tx: Transaction, id: string, provider: ParticipantId, now: Instant): Promise<boolean>;

  /** @returns undefined where nothing is to be done, or another worker is at it */
  abstract lease(sessionId: string, hold: Hold, now: Instant): Promise<LeasedSession | undefined>;
  /** Ends the leases of replicas that are gone. @returns whose turn it is again */
  abstract free(tx: Transaction, workers: readonly string[], now: Instant): Promise<string[]>;
  abstract findGround(consentId: string): Promise<FetchGround | undefined>;
  /** Gives the lease back and comes again later. */
  abstract putOff(lease: Lease, nextTryAt: Instant, opened: boolean): Promise<boolean>;
  abstract recordToken(lease: Lease, accessToken: Buffer, expiresAt: Instant): Promise<boolean>;
  abstract recordRecipientKey(lease: Lease, recipientKey: Buffer, openRequestId: string): Promise<boolean>;
  /** Keeps the part, and renews the lease. */
  abstract recordPart(lease: Lease, part: ReceivedPart, until: Instant): Promise<boolean>;
  /** Keys and tokens that are of no more use are destroyed with it; the token stays for the acknowledgement. */
  abstract recordEnd(tx: Transaction, lease: Lease, end: SessionEnd): Promise<boolean>;
  /** What has come of it is deleted. */
  abstract recordFailure(lease: Lease, state: SessionState, refusal: RefusedBy): Promise<boolean>;
  abstract recordAcknowledged(lease: Lease): Promise<void>;
}
