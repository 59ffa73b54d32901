import type { Instant, ParticipantId } from '#domain';
import { parseStrictJson } from '#protocol';
import { SideConnection } from '../database/side-connection.ts';
import type { Statement } from '../database/statement.ts';
import { type Delivery, type DeliveryPlace, listAttemptsOf, listDeliveries } from './delivery-log.ts';
import { replayEvents, replayUndelivered } from './replay-statements.ts';
import {
  findEvent,
  findUndeliveredIds,
  type ListedEvent,
  listUndelivered,
  type ReceiverSummary,
  summariseReceivers,
  type UndeliveredFilter,
} from './undelivered-events.ts';

export const REPLAYED_AT_ONCE = 5000;

export type ReplayFilter = Omit<UndeliveredFilter, 'type'>;

export interface ShownEvent extends ListedEvent {
  /** What its token says, and tokens in it; their signatures stay behind. */
  readonly claims: unknown;
  readonly log: readonly Delivery[];
}

/** What asks the database of the role: a connection beside the role's, the role's own pool, or a transaction. */
export interface DeskConnection {
  ask<Row extends object>(statement: Statement, values: readonly unknown[]): Promise<Row[]>;
  close?(): Promise<void>;
}

/** Up to its signature: a compact JWS. */
const signed = /([\w-]{16,}\.[\w-]{16,}\.)[\w-]{16,}/g;

/**
 * What an operator sees and does of the events a role tells: by its database alone, whether or not the role runs. What is
 * made due is found by the sweep of the running role. Every method throws what PostgreSQL or the connection says.
 */
export class EventDesk {
  constructor(
    private readonly connection: DeskConnection,
    private readonly now: () => Instant,
  ) {}

  /** With a connection of its own: to be closed. */
  static at({ url, schema }: { readonly url: string; readonly schema: string }, now: () => Instant): EventDesk {
    return new EventDesk(new SideConnection({ url, schema, name: 'assent events' }), now);
  }

  async close(): Promise<void> {
    await this.connection.close?.();
  }

  /** By receiver: all that anything was told to, as far as the outbox goes back. */
  summarise(receiver?: ParticipantId): Promise<ReceiverSummary[]> {
    return this.connection.ask(summariseReceivers, [receiver ?? null]);
  }

  /** Oldest first. @param after id of the last one of the page before */
  undelivered(filter: UndeliveredFilter, limit: number, after?: string): Promise<ListedEvent[]> {
    const { receiver, type, dead } = filter;
    const values = [this.now(), receiver ?? null, type ?? null, dead ?? null, after ?? null, limit];
    return this.connection.ask(listUndelivered, values);
  }

  /** Ids of undelivered events that end like this; two at most. */
  async findEndingIn(end: string): Promise<string[]> {
    return (await this.connection.ask<{ id: string }>(findUndeliveredIds, [end])).map(({ id }) => id);
  }

  async find(id: string): Promise<ShownEvent | undefined> {
    const [found] = await this.connection.ask<ListedEvent & { token: string }>(findEvent, [this.now(), id]);
    if (found === undefined) return undefined;
    const { token, ...event } = found;
    const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
    const claims = parseStrictJson(Buffer.from(payload.replace(signed, '$1')));
    return { ...event, claims, log: await this.connection.ask<Delivery>(listAttemptsOf, [id]) };
  }

  /** Newest first. @param before where the page before ended */
  deliveries(receiver: ParticipantId | undefined, limit: number, before?: DeliveryPlace): Promise<Delivery[]> {
    const { at, eventId, entry } = before ?? {};
    return this.connection.ask(listDeliveries, [receiver ?? null, at ?? null, eventId ?? null, entry ?? null, limit]);
  }

  /** Also acknowledged ones: receivers know an event by its id. @returns those that are told anew */
  async replay(ids: readonly string[]): Promise<string[]> {
    return (await this.connection.ask<{ id: string }>(replayEvents, [this.now(), ids])).map(({ id }) => id);
  }

  /** All that were not acknowledged. @returns how many are told anew */
  async replayAll(filter: ReplayFilter): Promise<number> {
    const now = this.now();
    for (let replayed = 0; ; ) {
      const some = await this.replaySome(filter, now);
      replayed += some;
      if (some < REPLAYED_AT_ONCE) return replayed;
    }
  }

  /**
   * As `replayAll`, some thousands of them.
   *
   * @param now one moment for all of one replay: it tells what is done already
   * @returns how many are told anew; fewer than `REPLAYED_AT_ONCE` where there are no more
   */
  async replaySome({ receiver, dead }: ReplayFilter, now: Instant): Promise<number> {
    const values = [now, receiver ?? null, dead === true, REPLAYED_AT_ONCE];
    return (await this.connection.ask(replayUndelivered, values)).length;
  }
}
