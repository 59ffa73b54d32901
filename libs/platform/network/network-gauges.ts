import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { countEvents, type EventCounts } from '../events/undelivered-events.ts';
import { logContext } from '../observation/log-context.ts';
import { TrustListCache } from '../trust-list/trust-list-cache.ts';

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
    const read = (name: keyof EventCounts) => async () => (await this.countEvents())[name];
    observer.gauge('events_waiting', 'Events that their receiver has not acknowledged yet.', read('waiting'));
    observer.gauge('events_dead', 'Events that are no longer pushed; they can still be polled.', read('dead'));
    observer.gauge('events_oldest_seconds', 'How long the oldest waiting event has waited.', read('seconds'));
    observer.gauge('trust_list_seconds', 'How long the trust list is still good for.', () => this.secondsLeft());
  }

  private async countEvents(): Promise<EventCounts> {
    const [counted] = await this.database.read<EventCounts>(countEvents, [this.clock.now()]);
    return counted ?? { waiting: 0, dead: 0, seconds: 0 };
  }

  private secondsLeft(): number {
    const list = this.trustList.current();
    return list === undefined ? 0 : (Date.parse(list.validUntil) - Date.parse(this.clock.now())) / 1000;
  }
}
