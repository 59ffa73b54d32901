import type { ErasureReason, Instant } from '#domain';
import type { Transaction } from '#platform';
import type { OverdueErasure } from './overdue-erasure.ts';

export interface ErasedSession {
  readonly sessionId: string;
  readonly manifestDigest: string | null;
  /** Records that were deleted. */
  readonly rows: number;
}

export interface KeptReceipt {
  readonly id: string;
  readonly consentId: string;
  readonly reason: ErasureReason;
  /** deletion-receipt+jwt */
  readonly receipt: string;
  readonly erasedAt: Instant;
}

/** What is still there of a consent: all zero after erasure. */
export interface LeftOvers {
  readonly parts: number;
  readonly keys: number;
  readonly secrets: number;
  /** Files and pushes that are on record as standing, of sessions that are erased. */
  readonly handOvers: number;
}

/** What erasing needs of the tables. Methods with a transaction expect the consent to be locked. */
export abstract class ErasureStore {
  /** Consents under which data life has ended, or that hold a key though no session is active or holds data. */
  abstract listLapsed(now: Instant, limit: number): Promise<string[]>;
  /** Consents that were revoked, whose terms then end the data's life, and that still hold something. */
  abstract listRevoked(limit: number): Promise<string[]>;

  /** Sessions whose data should have been gone by then, those a revocation should have emptied, and those whose files are left. */
  abstract listOverdue(before: Instant, limit: number): Promise<OverdueErasure[]>;

  /** Deletes what was received in sessions whose data life has ended. */
  abstract endDataLives(tx: Transaction, consentId: string, now: Instant): void;
  /** Whether a session is active or holds data. */
  abstract isInUse(tx: Transaction, consentId: string): Promise<boolean>;
  /** Whether something went, or files were left, of which no receipt has told. */
  abstract hasUnaccounted(tx: Transaction, consentId: string): Promise<boolean>;
  /** Ends active sessions (tombstones: late parts find them ended) and deletes every row of received data. */
  abstract eraseSessions(tx: Transaction, consentId: string, refusal: object, now: Instant): void;
  /** Sessions erased since the last receipt, with no file left of them; they are accounted for by the one with this id from now on. */
  abstract accountFor(tx: Transaction, consentId: string, receiptId: string): Promise<ErasedSession[]>;
  abstract countLeftOvers(tx: Transaction, consentId: string): Promise<LeftOvers>;
  abstract addReceipt(tx: Transaction, receipt: KeptReceipt): void;
  /** @returns false where this receipt was not given under this consent */
  abstract replaceReceipt(tx: Transaction, consentId: string, was: string, receipt: string): Promise<boolean>;
  abstract countReceipts(tx: Transaction, consentId: string): Promise<number>;
  abstract findLastReceipt(consentId: string, tx?: Transaction): Promise<KeptReceipt | undefined>;
}
