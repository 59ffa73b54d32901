import type { Instant } from '#domain';
import type { Transaction } from '#platform';
import type { LinkOffer, LinkRequest } from './account-link.ts';

export abstract class LinkRequestStore {
  abstract add(tx: Transaction, request: Omit<LinkRequest, 'tries' | 'offers'>): Promise<void>;

  /** One whose code has not been sent yet. */
  abstract findWaiting(linkRequestId: string): Promise<LinkRequest | undefined>;
  abstract listWaiting(now: Instant, limit: number): Promise<string[]>;

  /** What was found; takes the place of what an earlier, broken-off attempt found. */
  abstract offer(linkRequestId: string, offers: readonly LinkOffer[]): Promise<void>;
  /** Nothing more is to be sent: the identifiers are forgotten. */
  abstract markSent(linkRequestId: string): Promise<void>;

  /** No one else tries a code of it until the transaction ends. */
  abstract lock(tx: Transaction, linkRequestId: string): Promise<LinkRequest | undefined>;
  abstract countTry(tx: Transaction, linkRequestId: string): Promise<void>;
  abstract remove(tx: Transaction, linkRequestId: string): Promise<void>;
  abstract removeLapsed(now: Instant): Promise<void>;
}
