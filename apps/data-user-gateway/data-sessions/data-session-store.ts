import type { Instant, ParticipantId, SessionState } from '#domain';
import type { Transaction } from '#platform';
import type { AccountResult } from '#protocol';
import type { Misfits } from '../received-records/record-counting.ts';
import type { RefusedBy } from '../refusals/refused-by.ts';
import type { FetchedSession, NewSession } from './fetched-session.ts';

/** One replica's hold on a session. Writes under a lease that has passed to another do nothing. */
export interface Lease {
  readonly sessionId: string;
  /** The replica. */
  readonly worker: string;
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
  abstract add(tx: Transaction, session: NewSession): Promise<void>;
  abstract find(id: string): Promise<FetchedSession | undefined>;
  abstract listOfRequest(dataRequestId: string): Promise<FetchedSession[]>;
  abstract listOfConsent(consentId: string): Promise<FetchedSession[]>;

  /** Ids of sessions with something to do whose time has come or whose worker has died. */
  abstract listDue(now: Instant, limit: number): Promise<string[]>;
  /** Those left for later are to be fetched now. @returns their ids */
  abstract release(dataRequestId: string, ownCheck: boolean, now: Instant): Promise<string[]>;
  /** The provider says there is something to fetch. @returns false where it is not a session at this provider */
  abstract wake(tx: Transaction, id: string, provider: ParticipantId, now: Instant): Promise<boolean>;

  /** @returns undefined where nothing is to be done, or another worker is at it */
  abstract lease(lease: Lease, now: Instant, until: Instant): Promise<FetchedSession | undefined>;
  /** Ends the leases of replicas that are gone. @returns whose turn it is again */
  abstract free(tx: Transaction, workers: readonly string[], now: Instant): Promise<string[]>;
  /** Gives the lease back and comes again later. */
  abstract putOff(lease: Lease, nextTryAt: Instant): Promise<boolean>;
  abstract recordToken(lease: Lease, accessToken: Buffer, expiresAt: Instant): Promise<boolean>;
  abstract recordRecipientKey(lease: Lease, recipientKey: Buffer, openRequestId: string): Promise<boolean>;
  abstract recordOpened(lease: Lease): Promise<boolean>;
  /** Renews the lease as well. */
  abstract recordPart(tx: Transaction, lease: Lease, n: number, digest: string, until: Instant): Promise<boolean>;
  /** Keys and tokens that are of no more use are destroyed with it; the token stays for the acknowledgement. */
  abstract recordEnd(tx: Transaction, lease: Lease, end: SessionEnd): Promise<boolean>;
  abstract recordFailure(tx: Transaction, lease: Lease, state: SessionState, refusal: RefusedBy): Promise<boolean>;
  abstract recordAcknowledged(lease: Lease): Promise<void>;
}
