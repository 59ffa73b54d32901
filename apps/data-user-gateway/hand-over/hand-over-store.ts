import type { HandOverState, Instant } from '#domain';
import type { PreparedTrail, Transaction } from '#platform';
import type { HandedSession, HandOver } from './hand-over.ts';

/** One worker's hold on a hand-over. Writes under a lease that has passed to another do nothing and return false. */
export interface HandOverLease {
  readonly id: string;
  /** Of this one go. */
  readonly worker: string;
  /** The process it runs in. */
  readonly replica: string;
}

export interface HandOverPage {
  readonly states: readonly HandOverState[];
  /** Besides, files that are still to be deleted: it was tried, and did not go through. */
  readonly withLeftFiles: boolean;
  /** Id of the last one seen; newest come first. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Keeps what became of records that are handed on. */
export abstract class HandOverStore {
  abstract find(id: string): Promise<HandOver | undefined>;
  abstract list(page: HandOverPage): Promise<HandOver[]>;
  abstract listOfSessions(sessionIds: readonly string[]): Promise<HandOver[]>;
  /** Those with something to do whose time has come and that no worker holds. */
  abstract listDue(now: Instant, limit: number): Promise<Pick<HandOver, 'id' | 'state'>[]>;
  /** @returns undefined where its data has gone, or its life has ended */
  abstract findSession(sessionId: string, now: Instant): Promise<HandedSession | undefined>;

  /** @returns undefined where it is in another state, nothing is to be done yet, or another worker is at it */
  abstract lease(
    lease: HandOverLease,
    state: HandOverState,
    now: Instant,
    seconds: number,
  ): Promise<HandOver | undefined>;
  abstract renew(lease: HandOverLease, seconds: number): Promise<boolean>;
  /** Processes that are no more hold nothing. @returns what they held */
  abstract free(tx: Transaction, replicas: readonly string[]): Promise<Pick<HandOver, 'id' | 'state'>[]>;
  /** Locks it until the transaction ends, and marks that something may get there from now on. */
  abstract begin(tx: Transaction, lease: HandOverLease): Promise<boolean>;
  abstract recordProgress(lease: HandOverLease, progress: object): Promise<boolean>;
  abstract recordFound(lease: HandOverLease, names: readonly string[]): Promise<boolean>;
  abstract recordDelivered(
    lease: HandOverLease,
    progress: object,
    now: Instant,
    noted: PreparedTrail,
  ): Promise<boolean>;
  /** Gives the lease back, to come again later or, in another state, not by itself. */
  abstract putOff(lease: HandOverLease, state: HandOverState, problem: string, nextTryAt: Instant): Promise<boolean>;
  /** Another try of what was given up. @returns false where it was not */
  abstract retry(id: string, from: HandOverState, to: HandOverState, now: Instant): Promise<boolean>;
}
