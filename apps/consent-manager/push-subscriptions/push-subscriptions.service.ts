import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { orRefuse, RefusedError, refuse } from '#domain';
import { Clock, Database } from '#platform';
import { PushClient } from './push-client.ts';
import type { PushAddress, PushSubscription } from './push-subscription.ts';
import { PushSubscriptionStore } from './push-subscription-store.ts';

/** Of one person. */
export const mostPushSubscriptions = 10;

/** The browsers a person is told in when a request waits. */
@Injectable()
export class PushSubscriptionsService {
  constructor(
    private readonly database: Database,
    private readonly store: PushSubscriptionStore,
    private readonly client: PushClient,
    private readonly clock: Clock,
  ) {}

  /** What browsers subscribe under; null where push is switched off. */
  publicKey(): string | null {
    return this.client.publicKey();
  }

  list(principalId: string): Promise<PushSubscription[]> {
    return this.store.listOf(principalId);
  }

  /**
   * @param device the browser that asks, in a few words
   * @param replaces under which id it was told until its push service gave it another address
   */
  async add(
    principalId: string,
    { endpoint, keys }: PushAddress,
    device: string,
    replaces?: string,
  ): Promise<PushSubscription> {
    if (this.client.publicKey() === null) throw new RefusedError(refuse('web-push-off'));
    if (!this.client.isListed(endpoint)) throw new RefusedError(refuse('push-service-not-listed'));
    const made: PushSubscription = { id: uuidv7(), device, madeAt: this.clock.now() };
    const outcome = await this.database.transaction(async (tx) => {
      const endpoints = await this.store.lockEndpoints(tx, principalId);
      if (replaces !== undefined && (await this.store.move(tx, principalId, replaces, { endpoint, keys })))
        return { ...made, id: replaces };
      const isFull = endpoints.length >= mostPushSubscriptions && !endpoints.includes(endpoint);
      if (isFull) return refuse('too-many-push-subscriptions');
      return { ...made, id: await this.store.save(tx, { ...made, principalId, endpoint, keys }) };
    });
    return orRefuse(outcome);
  }

  /** Nothing where she has none of that id: it is as she wants it. */
  async remove(principalId: string, id: string): Promise<void> {
    await this.store.remove(principalId, id);
  }
}
