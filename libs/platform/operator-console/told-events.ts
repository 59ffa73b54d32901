import { Injectable } from '@nestjs/common';
import { type ParticipantId, RefusedError, refuse } from '#domain';
import { AuditTrail } from '../audit-trail/audit-trail.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import type { Transaction } from '../database/transaction.ts';
import { parsePlace, printPlace } from '../events/delivery-place.ts';
import { EventDesk, REPLAYED_AT_ONCE, type ReplayFilter } from '../events/event-desk.ts';
import { reasonWords } from '../events/reason-words.ts';
import type { UndeliveredFilter } from '../events/undelivered-events.ts';
import type { Operator } from '../operators/operator.ts';
import { type Arrival, type DeliveryHealth, measureArrival } from './delivery-health.ts';
import { RoleStanding } from './role-standing.ts';

/** A part of a list, and where the next begins. */
export interface Page {
  readonly limit: number;
  readonly after?: string | undefined;
}

/** What this role tells others, as its operators see it: without what it says, and whom it is about. */
@Injectable()
export class ToldEvents {
  private readonly desk: EventDesk;

  constructor(
    private readonly database: Database,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
    private readonly standing: RoleStanding,
  ) {
    const ask: Database['read'] = (statement, values) => database.read(statement, values);
    this.desk = new EventDesk({ ask }, () => clock.now());
  }

  /** By counterpart. */
  async health(): Promise<DeliveryHealth['counterparts']> {
    const receivers = await this.desk.summarise();
    const ids = receivers.map(({ receiver }) => receiver);
    const arrivals = new Map(
      (await this.database.read<Arrival>(measureArrival, [ids])).map(({ receiver, ...one }) => [receiver, one]),
    );
    return receivers.map((one) => ({
      ...one,
      name: this.standing.nameOf(one.receiver),
      words: reasonWords(one.lastFailure ?? ''),
      arrived: arrivals.get(one.receiver) ?? { events: 0, p50: null, p95: null },
    }));
  }

  async list(filter: UndeliveredFilter, { limit, after }: Page) {
    const found = await this.desk.undelivered(filter, limit + 1, after);
    const events = found.slice(0, limit).map(({ subject: _subject, version: _version, ...event }) => ({
      ...event,
      words: reasonWords(event.lastFailure ?? ''),
    }));
    return { events, next: found.length > limit ? (events.at(-1)?.id ?? null) : null };
  }

  /** @throws RefusedError `schema-mismatch` where `after` is no place that a page before named */
  async deliveries(receiver: ParticipantId | undefined, { limit, after }: Page) {
    const place = after === undefined ? undefined : parsePlace(after);
    if (after !== undefined && place === undefined) throw new RefusedError(refuse('schema-mismatch', 'after'));
    const found = await this.desk.deliveries(receiver, limit + 1, place);
    const deliveries = found.slice(0, limit);
    const last = found.length > limit ? deliveries.at(-1) : undefined;
    return {
      deliveries: deliveries.map((one) => ({ ...one, words: reasonWords(one.reason) })),
      next: last === undefined ? null : printPlace(last),
    };
  }

  /** What is under way just now is left as it is. @returns how many are told anew */
  async replay(ids: readonly string[], by: Operator): Promise<number> {
    return this.database.transaction(async (tx) => {
      const replayed = await this.deskIn(tx).replay(ids);
      this.note(tx, replayed.length, by);
      return replayed.length;
    });
  }

  /** Some thousands in each transaction. @returns how many are told anew */
  async replayAll(filter: ReplayFilter, by: Operator): Promise<number> {
    const now = this.clock.now();
    for (let replayed = 0; ; ) {
      const some = await this.database.transaction(async (tx) => {
        const told = await this.deskIn(tx).replaySome(filter, now);
        this.note(tx, told, by);
        return told;
      });
      replayed += some;
      if (some < REPLAYED_AT_ONCE) return replayed;
    }
  }

  private deskIn(tx: Transaction): EventDesk {
    return new EventDesk({ ask: (statement, values) => tx.query(statement, values) }, () => this.clock.now());
  }

  private note(tx: Transaction, events: number, by: Operator): void {
    if (events > 0) this.trail.write(tx, { act: 'event.replayed', operator: by.id, events });
  }
}
