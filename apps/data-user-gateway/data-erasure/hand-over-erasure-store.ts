import type { ErasureReason, HandOverKind, HandOverState, Instant } from '#domain';
import type { Transaction } from '#platform';
import type { HandOver } from '../hand-over/hand-over.ts';
import type { HandOverLease } from '../hand-over/hand-over-store.ts';

/** A hand-over as a receipt accounts for it. */
export interface ErasedHandOver {
  readonly kind: HandOverKind;
  readonly target: string;
  readonly state: HandOverState;
  readonly filesDeleted: number;
  readonly problem: string | null;
}

export interface TakingBackEnd {
  readonly state: 'ERASED' | 'UNREACHABLE';
  readonly filesDeleted: number;
  /** What could not be reached, for people. */
  readonly problem?: string | undefined;
  /** null where it was given up: what lies there may lie there still. */
  readonly at: Instant | null;
}

/** Files of a session that lie where none should be any more. */
export interface FoundFiles {
  readonly consentId: string;
  readonly sessionId: string;
  readonly folder: string;
  readonly reason: ErasureReason;
  /** Only where the data life of the session has ended by then. */
  readonly lapsedBy: Instant | undefined;
}

export interface RecordedTakingBack {
  readonly consentId: string;
  /** As a receipt had it before; null where none has said anything yet. */
  readonly reportedState: HandOverState | null;
}

/** What erasing needs of hand-overs. Methods with a transaction expect the consent to be locked. */
export abstract class HandOverErasureStore {
  /**
   * From here on no worker hands anything over.
   * @param lapsedBy only sessions whose data life has ended by then; all where undefined
   */
  abstract begin(
    tx: Transaction,
    consentId: string,
    reason: ErasureReason,
    now: Instant,
    lapsedBy: Instant | undefined,
  ): void;
  abstract listErasing(consentId: string): Promise<HandOver[]>;
  /** Folders that files of the consent were ever written into. */
  abstract listFolders(consentId: string): Promise<string[]>;
  /** @returns the id of the hand-over; undefined where it is not to be erased, or somebody is at it */
  abstract reopen(found: FoundFiles, now: Instant): Promise<string | undefined>;
  /** @returns undefined where the lease was lost */
  abstract recordEnd(
    tx: Transaction,
    lease: HandOverLease,
    end: TakingBackEnd,
  ): Promise<RecordedTakingBack | undefined>;
  /** What has changed since the last receipt; it is accounted for from now on. */
  abstract accountFor(tx: Transaction, consentId: string): Promise<ErasedHandOver[]>;
}
