import { type Instant, type ParticipantId } from '#domain';
import { parseStrictJson } from '#protocol';
import { SideConnection } from '../database/side-connection.ts';
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

const AT_ONCE = 5000;

export interface ShownEvent extends ListedEvent {
  /** What its token says, and tokens in it; their signatures stay behind. */
  readonly claims: unknown;
  readonly log: readonly Delivery[];
}

/** Up to its signature: a compact JWS. */
const signed = /([\w-]{16,}\.[\w-]{16,}\.)[\w-]{16,}/g;

/**
 * What an operator sees and does of the events a role tells: by its database alone, whether or not the role runs. What is
 * made due is found by the sweep of the running role. Every method throws what PostgreSQL or the connection says.
 */
export class EventDesk {
  private readonly connection: SideConnection;

  constructor(
    place: { readonly url: string; readonly schema: string },
    private readonly now: () => Instant,
  ) {
    this.connection = new SideConnection({ ...place, name: 'assent events' });
  }

  close(): Promise<void> {
    return this.connection.close();
  }

  /** By receiver: all that anything was told to, as far as the outbox goes back. */
  summarise(receiver?: ParticipantId): Promise<ReceiverSummary[]> {
    return this.connection.ask(summariseReceivers, [receiver ?? null]);
  }

  /** Oldest first. @param after id of the last one of the page before */
  undelivered(filter: UndeliveredFilter, limit: number, after?: string): Promise<ListedEvent[]> {
    const { receiver, type, dead } = filter;
    const values = [this.now(), receiver ?? null, type ?? null, dead === true, after ?? null, limit];
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
  async replayAll({ receiver, dead }: Omit<UndeliveredFilter, 'type'>): Promise<number> {
    // One moment for all: it tells what is done already.
    const now = this.now();
    for (let replayed = 0; ; ) {
      const values = [now, receiver ?? null, dead === true, AT_ONCE];
      const some = await this.connection.ask(replayUndelivered, values);
      replayed += some.length;
      if (some.length < AT_ONCE) return replayed;
    }
  }
}
