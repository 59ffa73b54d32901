import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { addSeconds, type Instant } from '#domain';
import { Clock, Replicas, SETTINGS, type Transaction } from '#platform';
import type { DataProviderAdapterSettings } from '../settings/data-provider-adapter.settings.ts';
import type { DataSession, SessionStanding } from './data-session.ts';
import { FillHalted } from './fill-halted.ts';
import { SpoolStore } from './spool-store.ts';

const roomPollMs = 100;
const mostAtOnce = 200;

type Settings = Pick<DataProviderAdapterSettings, 'FILL_LEASE_SECONDS' | 'FILL_IDLE_SECONDS' | 'SPOOL_PARTS_AHEAD'>;

/** The replica that fills a session holds it on a lease: one that dies lets go by itself. */
@Injectable()
export class FillLease {
  constructor(
    private readonly spool: SpoolStore,
    private readonly clock: Clock,
    private readonly replicas: Replicas,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  now(): Instant {
    return this.clock.now();
  }

  get self(): string {
    return this.replicas.self;
  }

  /** What replicas that are gone were filling, in the transaction that forgets them. */
  whenFreed(goOn: (tx: Transaction, sessionIds: readonly string[]) => void): void {
    this.replicas.whenGone(async (tx, gone) => goOn(tx, await this.spool.free(tx, gone, this.now())));
  }

  until(): Instant {
    return addSeconds(this.now(), this.settings.FILL_LEASE_SECONDS);
  }

  claim(sessionId: string, filler: string): Promise<DataSession | undefined> {
    return this.spool.claim(sessionId, filler, this.now(), this.until());
  }

  /** Sessions nobody fills, though somebody should. */
  listAbandoned(): Promise<string[]> {
    return this.spool.listAbandoned(this.now(), mostAtOnce);
  }

  /** Someone else may go on, from `seconds` on. */
  release(sessionId: string, filler: string, seconds = 0): Promise<void> {
    return this.spool.release(sessionId, filler, addSeconds(this.now(), seconds));
  }

  wake(sessionId: string): Promise<void> {
    return this.spool.wake(sessionId);
  }

  hasRoom({ parts, fetched }: Pick<SessionStanding, 'parts' | 'fetched'>): boolean {
    return parts - fetched < this.settings.SPOOL_PARTS_AHEAD;
  }

  /**
   * Pauses in place, its reading open, while too much lies unfetched.
   * @returns whether there is room; false where nobody fetches. @throws FillHalted where the lease was lost
   */
  async awaitRoom({ id }: DataSession, filler: string, parts: number, fetchedBefore: number): Promise<boolean> {
    let fetched = fetchedBefore;
    let idleSince = performance.now();
    while (!this.hasRoom({ parts, fetched })) {
      if (performance.now() - idleSince > this.settings.FILL_IDLE_SECONDS * 1000) return false;
      await sleep(roomPollMs, undefined, { ref: false });
      const held = await this.spool.renew(id, filler, this.until());
      if (held === undefined) throw new FillHalted();
      if (held.fetched > fetched) idleSince = performance.now();
      fetched = held.fetched;
    }
    return true;
  }

  /** Renews until `work` is done: a source that answers slowly is not taken for a dead filler. */
  async during<T>(sessionId: string, filler: string, work: () => Promise<T>): Promise<T> {
    const every = Math.max(200, (this.settings.FILL_LEASE_SECONDS * 1000) / 3);
    const timer = setInterval(
      () => void this.spool.renew(sessionId, filler, this.until()).catch(() => undefined),
      every,
    );
    try {
      return await work();
    } finally {
      clearInterval(timer);
    }
  }
}
