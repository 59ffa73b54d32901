import { Injectable, Logger } from '@nestjs/common';
import { addSeconds, type Instant, toMilliseconds } from '#domain';
import { Clock } from '#platform';
import { PushClient } from './push-client.ts';
import type { DuePush } from './push-subscription.ts';
import { PushSubscriptionStore } from './push-subscription-store.ts';

/** Longer than a push service may take: whoever sends has it to itself so long. */
const takenSeconds = 60;
const mostAtOnce = 16;
const mostRounds = 50;
/** After the last of them she reads of it in the pages alone. */
const mostTries = 5;
const firstPauseSeconds = 60;
const longestPauseSeconds = 3600;

/** Tells browsers that a request waits: that alone, and the page to open. Whoever carries it cannot read even this. */
@Injectable()
export class PushToBrowsers {
  private readonly logger = new Logger(PushToBrowsers.name);

  constructor(
    private readonly store: PushSubscriptionStore,
    private readonly client: PushClient,
    private readonly clock: Clock,
  ) {}

  /** Written down, not sent yet: a sweep sends it, and tries again. Of the same requests nothing is sent twice. */
  async makeDue(principalId: string, requests: readonly { handle: string; expiresAt: Instant }[]): Promise<void> {
    const newest = requests
      .map(({ handle }) => handle)
      .sort()
      .at(-1);
    const until = requests
      .map(({ expiresAt }) => expiresAt)
      .sort()
      .at(-1);
    if (this.client.publicKey() === null || newest === undefined || until === undefined) return;
    await this.store.makeDue(principalId, { handle: newest, until }, this.clock.now());
  }

  async sweep(): Promise<void> {
    if (this.client.publicKey() === null) return;
    for (let round = 0; round < mostRounds; round++) {
      const now = this.clock.now();
      const due = await this.store.take(now, { most: mostAtOnce, until: addSeconds(now, takenSeconds) });
      if (due.length === 0) return;
      await Promise.all(due.map((push) => this.tell(push, now)));
    }
  }

  private async tell(push: DuePush, now: Instant): Promise<void> {
    const lifeSeconds = Math.floor((toMilliseconds(push.until) - toMilliseconds(now)) / 1000);
    if (lifeSeconds < 1) return this.store.markDone(push);
    const text = JSON.stringify({ kind: 'consent-request', path: `/app/requests/${push.handle}` });
    const outcome = await this.client.send(push, { text, lifeSeconds, topic: 'consent-request' });
    if (outcome.is === 'taken') return this.store.markDone(push);
    if (outcome.is === 'gone') return this.store.forget(push);
    this.logger.warn(`a browser could not be told of request ${push.handle}: ${outcome.why}`);
    if (push.tries >= mostTries) return this.store.markDone(push);
    const pause = Math.max(firstPauseSeconds * 4 ** (push.tries - 1), outcome.retryAfterSeconds ?? 0);
    await this.store.putOff(push, addSeconds(now, Math.min(pause, longestPauseSeconds)));
  }
}
