import type { Instant } from '#domain';
import type { Transaction } from '#platform';

/** A trust list as it was signed: every replica answers with the same bytes. */
export interface SignedTrustList {
  readonly sequence: number;
  readonly token: string;
  readonly issuedAt: Instant;
  readonly validUntil: Instant;
}

/** By it an old root named the next. */
export interface RootSuccession {
  /** Of the next one. */
  readonly kid: string;
  readonly token: string;
  readonly madeAt: Instant;
}

/** Keeps the signed lists, and how their roots followed one another. */
export abstract class TrustListStore {
  /** One at a time may make the next list; waits for the transaction that does. */
  abstract lock(tx: Transaction): Promise<void>;
  abstract newest(): Promise<SignedTrustList | undefined>;
  abstract lastSequence(tx: Transaction): Promise<number>;
  abstract add(tx: Transaction, list: SignedTrustList): Promise<void>;
  /** The first word on a key stands. */
  abstract addSuccession(tx: Transaction, succession: RootSuccession): Promise<void>;
  /** The newest 16, from the oldest of them on. */
  abstract successions(tx: Transaction): Promise<string[]>;
  /** Lists that nobody can rely on any more. */
  abstract forgetBefore(validUntil: Instant): Promise<void>;
}
