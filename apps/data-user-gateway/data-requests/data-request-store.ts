import type { Instant } from '#domain';
import type { Transaction } from '#platform';
import type { FetchedSession } from '../data-sessions/fetched-session.ts';
import type { LeasedSession } from '../data-sessions/fetching.ts';
import type { Hold } from '../data-sessions/lease.ts';
import type { RefusedBy } from '../refusals/refused-by.ts';
import type { AskedData, DataRequestStanding } from './asked-data.ts';

/** A data request that the manager has authorised, with the sessions that answer it. */
export interface Authorised {
  readonly asked: AskedData;
  readonly sessions: readonly FetchedSession[];
  /** Who has the sessions from the beginning; undefined where whoever comes first at `nextTryAt` has them. */
  readonly hold: Hold | undefined;
  readonly nextTryAt: Instant;
}

/** A session that fetches once more what failed of another. */
export interface Retry {
  readonly asked: AskedData;
  readonly session: FetchedSession;
  readonly hold: Hold | undefined;
  readonly nextTryAt: Instant;
}

/** The consent its sessions are fetched under. */
export type FetchGround = Pick<LeasedSession, 'claims' | 'standing' | 'wrappedKey'>;

/** Keeps the data requests of this data user. */
export abstract class DataRequestStore {
  /**
   * @param replica sends it
   * @param operator id of whoever asks, for the audit trail; nobody where own systems do
   * @returns the one kept under its requestId: this one, or the one that was there first
   */
  abstract add(asked: AskedData, replica: string, operator?: string): Promise<AskedData>;
  /** The same, under this version of its consent alone. @returns undefined where it has another and nothing was written */
  abstract addUnder(
    version: number,
    asked: AskedData,
    replica: string,
    operator?: string,
  ): Promise<AskedData | undefined>;
  abstract find(id: string): Promise<DataRequestStanding | undefined>;
  abstract findByRequestId(requestId: string): Promise<AskedData | undefined>;
  abstract listOfConsent(consentId: string): Promise<AskedData[]>;
  /** Those whose answer is due, each taken by one replica until `until`. */
  abstract takeDue(now: Instant, until: Instant, replica: string, limit: number): Promise<AskedData[]>;
  /** What replicas that are gone were sending is due. @returns whether there was any */
  abstract free(tx: Transaction, replicas: readonly string[], now: Instant): Promise<boolean>;
  abstract putOff(id: string, nextTryAt: Instant): Promise<void>;
  /**
   * Writes down the use and the sessions, with the consent locked, as erasing locks it: they begin before it or after
   * it, never in the middle.
   * @returns the consent as it stands; undefined where the request is not waiting for an answer any more
   */
  abstract authorise(authorised: Authorised): Promise<FetchGround | undefined>;
  /** One more session of a request that is authorised. @returns undefined where another has begun it */
  abstract addRetry(retry: Retry): Promise<FetchGround | undefined>;
  /** @returns false where it is not waiting for an answer any more */
  abstract recordRefusal(id: string, refusal: RefusedBy): Promise<boolean>;
  /** Those of the consent that still wait for an answer are refused. */
  abstract refuseWaiting(tx: Transaction, consentId: string, refusal: RefusedBy): void;
}
