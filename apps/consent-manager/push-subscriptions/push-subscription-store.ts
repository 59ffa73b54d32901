import type { Instant } from '#domain';
import type { Transaction } from '#platform';
import type { DuePush, PushAddress, PushSubscription } from './push-subscription.ts';

export interface NewPushSubscription extends PushSubscription, PushAddress {
  readonly principalId: string;
}

/** The browsers people want to be told in, and which of them are to be told now. */
export abstract class PushSubscriptionStore {
  abstract listOf(principalId: string): Promise<PushSubscription[]>;
  /** Waits for others that add one for this person. @returns the endpoints she has */
  abstract lockEndpoints(tx: Transaction, principalId: string): Promise<string[]>;
  /** A browser is one person's: where its endpoint is known, it is hers from now on. @returns its id, the old one then */
  abstract save(tx: Transaction, subscription: NewPushSubscription): Promise<string>;
  /** The browser is reached at another address from now on, and misses nothing. @returns false where she has none of that id */
  abstract move(tx: Transaction, principalId: string, id: string, to: PushAddress): Promise<boolean>;
  /** @returns false where she has none of that id */
  abstract remove(principalId: string, id: string): Promise<boolean>;
  /** Nothing where she has been told of this request, or of a newer one. */
  abstract makeDue(principalId: string, request: { handle: string; until: Instant }, now: Instant): Promise<void>;
  /** Counts a try of a few that are due, and leaves them to the caller until `until`. */
  abstract take(now: Instant, bounds: { most: number; until: Instant }): Promise<DuePush[]>;
  /** Nothing where it has become due for a newer request meanwhile. */
  abstract markDone(push: DuePush): Promise<void>;
  abstract putOff(push: DuePush, until: Instant): Promise<void>;
  /** The push service knows it no more. */
  abstract forget(push: DuePush): Promise<void>;
}
