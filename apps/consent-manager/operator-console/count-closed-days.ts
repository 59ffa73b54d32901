import { Injectable, type OnModuleInit } from '@nestjs/common';
import { addDuration } from '#domain';
import { Clock, JobQueues } from '#platform';
import { dayOf, daysBefore, mostDays, startOf } from './days.ts';
import { RequestCountStore } from './request-count-store.ts';
import { countsOf } from './request-counts.ts';

const everyMs = 600_000;

/** What nothing can change any more is counted once: a funnel of a quarter reads its days, not its requests. */
@Injectable()
export class CountClosedDays implements OnModuleInit {
  constructor(
    private readonly queues: JobQueues,
    private readonly store: RequestCountStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.queues.every('consent-manager.count-closed-days', everyMs, () => this.sweep());
  }

  async sweep(): Promise<void> {
    // A request that was asked before midnight is saved a moment later.
    const lastDay = dayOf(addDuration(this.clock.now(), 'PT1H', -1));
    const open = new Set(await this.store.listOpenDays());
    const days = daysBefore(lastDay, mostDays);
    const kept = new Set((await this.store.listKept(days.at(-1) ?? lastDay)).map(({ day }) => day));
    for (const day of days.filter((one) => !open.has(one) && !kept.has(one))) {
      const alike = await this.store.count(startOf(day), addDuration(startOf(day), 'P1D'));
      await this.store.keep(day, countsOf(alike.filter((one) => one.day === day)));
    }
  }
}
