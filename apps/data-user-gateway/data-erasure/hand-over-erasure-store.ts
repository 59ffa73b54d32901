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
  readonly at: Instant;
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
  /** @returns undefined where the lease was lost */
  abstract recordEnd(
    tx: Transaction,
    lease: HandOverLease,
    end: TakingBackEnd,
  ): Promise<RecordedTakingBack | undefined>;
  /** What has changed since the last receipt; it is accounted for from now on. */
  abstract accountFor(tx: Transaction, consentId: string): Promise<ErasedHandOver[]>;
}
