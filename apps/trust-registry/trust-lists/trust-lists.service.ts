import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { addSeconds, RefusedError, refuse } from '#domain';
import { Clock, JobQueues, SETTINGS } from '#platform';
import type { TrustRegistrySettings } from '../settings/trust-registry.settings.ts';
import { TrustListPublisher } from './trust-list-publisher.ts';
import { type SignedTrustList, TrustListStore } from './trust-list-store.ts';

const LOOK_MS = 30_000;
/** So far two replicas may differ without one having been wrong. */
const MOST_AHEAD_SECONDS = 10;
/** Expired lists are kept as evidence of who was listed when. */
const KEPT_SECONDS = 400 * 86_400;

/** Hands out the newest list, and has the next one made in time. */
@Injectable()
export class TrustListsService implements OnModuleInit {
  constructor(
    private readonly lists: TrustListStore,
    private readonly publisher: TrustListPublisher,
    private readonly queues: JobQueues,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<TrustRegistrySettings, 'TRUST_LIST_RENEWAL_SECONDS'>,
  ) {}

  onModuleInit(): void {
    this.queues.every('trust-registry.renew-trust-list', LOOK_MS, () => this.renew());
  }

  async newest(): Promise<SignedTrustList> {
    const list = await this.lists.newest();
    if (list === undefined) throw new RefusedError(refuse('trust-list-unavailable'), 1);
    return list;
  }

  /** Half of the time to the next list is left for what may go wrong. */
  async renew(): Promise<void> {
    const now = this.clock.now();
    const newest = await this.lists.newest();
    const due = addSeconds(now, -this.settings.TRUST_LIST_RENEWAL_SECONDS / 2);
    // One of a clock that was fast is believed by nobody before its time: what it says is said anew.
    const isAhead = newest !== undefined && newest.issuedAt > addSeconds(now, MOST_AHEAD_SECONDS);
    if (newest !== undefined && newest.issuedAt > due && !isAhead) return;
    await this.publisher.change(async () => undefined);
    await this.lists.forgetBefore(addSeconds(now, -KEPT_SECONDS));
  }
}
