import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { sql } from '../database/statement.ts';
import { logContext } from '../observation/log-context.ts';
import { TrustListCache } from '../trust-list/trust-list-cache.ts';

const waiting = sql(
  'count-waiting-events',
  `SELECT count(*) FILTER (WHERE dead_at IS NULL)::int AS waiting,
          count(dead_at)::int AS dead,
          coalesce(extract(epoch FROM $1::timestamptz - min(created_at) FILTER (WHERE dead_at IS NULL)), 0)::float8
            AS seconds
   FROM outbox_events WHERE acknowledged_at IS NULL`,
);

interface Waiting {
  readonly waiting: number;
  readonly dead: number;
  readonly seconds: number;
}

/** What an operator should be woken for: events nobody takes, a trust list that nears its end. */
@Injectable()
export class NetworkGauges implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly trustList: TrustListCache,
  ) {}

  onModuleInit(): void {
    const observer = logContext.getStore()?.observer;
    if (observer === undefined) return;
    const read = (name: keyof Waiting) => async () => (await this.countEvents())[name];
    observer.gauge('events_waiting', 'Events that their receiver has not acknowledged yet.', read('waiting'));
    observer.gauge('events_dead', 'Events that are no longer pushed; they can still be polled.', read('dead'));
    observer.gauge('events_oldest_seconds', 'How long the oldest waiting event has waited.', read('seconds'));
    observer.gauge('trust_list_seconds', 'How long the trust list is still good for.', () => this.secondsLeft());
  }

  private async countEvents(): Promise<Waiting> {
    const [counted] = await this.database.read<Waiting>(waiting, [this.clock.now()]);
    return counted ?? { waiting: 0, dead: 0, seconds: 0 };
  }

  private secondsLeft(): number {
    const list = this.trustList.current();
    return list === undefined ? 0 : (Date.parse(list.validUntil) - Date.parse(this.clock.now())) / 1000;
  }
}
