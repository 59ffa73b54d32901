import { type BeforeApplicationShutdown, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { addSeconds, type Instant, type ParticipantId, type ParticipantRole } from '#domain';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import type { Statement } from '../database/statement.ts';
import { PeerClient } from '../peer/peer-client.ts';
import { JobQueues } from '../queue/job-queues.ts';
import { Replicas } from '../replicas/replicas.ts';
import { TrustListCache } from '../trust-list/trust-list-cache.ts';
import { Batch } from './batch.ts';
import { type DeliveryFailure, failureOf, faultHere } from './delivery-failure.ts';
import {
  acknowledgeEvents,
  giveBackEvents,
  hastenEvents,
  type PendingEvent,
  postponeEvent,
  takeDueEvents,
  takeEvents,
} from './event-statements.ts';
import { type DeliveryJob, EventWaker } from './event-waker.ts';
import { type DeliveryResult, ReceiverLane } from './receiver-lane.ts';

export const LONGEST_WAIT_SECONDS = 3600;
/** Longer than what waits in a lane takes, and only then tried elsewhere while this replica lives. */
export const TAKEN_SECONDS = 30;
/** Given back because there was no room, or its receiver is away. */
const GIVEN_BACK_SECONDS = 1;
const MOST_AT_ONCE = 1000;
const headers = { 'content-type': 'application/secevent+jwt', accept: 'application/json' };

/** Pushes events to their receivers (RFC 8935). A job only wakes it: what is not acknowledged stays in the database. */
@Injectable()
export class EventDelivery implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger(EventDelivery.name);
  private readonly lanes = new Map<ParticipantId, ReceiverLane>();
  private stopped = false;
  // Known late does no harm: what is told a second time is known by its id.
  private readonly acknowledged = new Batch<string>(500, 40, (ids) => this.acknowledge(ids), 40);

  constructor(
    private readonly database: Database,
    private readonly peers: PeerClient,
    private readonly trustList: TrustListCache,
    private readonly waker: EventWaker,
    private readonly queues: JobQueues,
    private readonly clock: Clock,
    private readonly replicas: Replicas,
  ) {}

  onModuleInit(): void {
    const work = ({ ids }: DeliveryJob) => this.take(takeEvents, ids);
    this.queues.define<DeliveryJob>(this.waker.queue, work, { concurrency: 4 });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await Promise.all([...this.lanes.values()].map((lane) => lane.stop()));
    await this.acknowledged.settled();
  }

  /** Takes what is due, without asking the queues: they may be away. */
  takeDue(): Promise<void> {
    return this.take(takeDueEvents, MOST_AT_ONCE);
  }

  /** Delivers events that were saved as taken by this replica. */
  deliverAll(events: readonly PendingEvent[]): void {
    void this.giveBack(events.filter((event) => this.stopped || !this.laneTo(event.receiver).add(event)));
  }

  private async take(statement: Statement, which: readonly string[] | number): Promise<void> {
    if (this.stopped) return;
    for (const [receiver, lane] of this.lanes) if (lane.isIdle()) this.lanes.delete(receiver);
    const now = this.clock.now();
    const values = [now, addSeconds(now, TAKEN_SECONDS), this.busy(), this.replicas.self, which];
    const taken = await this.database.read<PendingEvent>(statement, values);
    await this.giveBack(taken.filter((event) => !this.laneTo(event.receiver).add(event)));
  }

  /** Receivers that do not answer at present, or have more to take already than they take in a while. */
  private busy(): ParticipantId[] {
    return [...this.lanes].filter(([, lane]) => lane.isBusy()).map(([receiver]) => receiver);
  }

  private async giveBack(events: readonly PendingEvent[]): Promise<void> {
    if (events.length === 0) return;
    const next = addSeconds(this.clock.now(), GIVEN_BACK_SECONDS);
    const ids = events.map(({ id }) => id);
    await this.quietly(this.database.read(giveBackEvents, [ids, next, this.replicas.self]));
  }

  private laneTo(receiver: ParticipantId): ReceiverLane {
    const known = this.lanes.get(receiver);
    if (known !== undefined) return known;
    const lane = new ReceiverLane(
      (event) => this.deliver(event),
      () => this.hasten(receiver),
      (events) => this.giveBack(events),
    );
    this.lanes.set(receiver, lane);
    return lane;
  }

  private async deliver(event: PendingEvent): Promise<DeliveryResult> {
    const begun = { at: this.clock.now(), ticks: performance.now() };
    try {
      const role = (event.receiver_role as ParticipantRole | null) ?? (await this.onlyRoleOf(event.receiver));
      await this.peers.exchange(event.receiver, role, { method: 'POST', path: '/events', headers, body: event.token });
      this.acknowledged.add(event.id);
      return 'delivered';
    } catch (error) {
      const failure = failureOf(error);
      if (failure.reason === faultHere) this.logger.error(error, 'an event could not be sent');
      await this.postpone(event, failure, begun);
      return failure.outcome;
    }
  }

  private async onlyRoleOf(receiver: ParticipantId): Promise<ParticipantRole> {
    const participant = await this.trustList.findParticipant(receiver);
    const role = participant?.roles.find((candidate) => participant.endpoints[candidate] !== undefined);
    return role ?? 'trust-registry';
  }

  private async postpone(
    { id, receiver, attempts }: PendingEvent,
    { outcome, reason }: DeliveryFailure,
    begun: { readonly at: Instant; readonly ticks: number },
  ): Promise<void> {
    const wait = Math.min(2 ** attempts, LONGEST_WAIT_SECONDS) * (0.75 + 0.5 * Math.random());
    const next = addSeconds(this.clock.now(), wait);
    const took = Math.round(performance.now() - begun.ticks);
    await this.quietly(this.database.read(postponeEvent, [id, next, reason, begun.at, outcome, took]));
    if (attempts % 10 === 0) this.logger.warn(`event ${id} to ${receiver}: ${outcome}, ${reason}`);
  }

  private async acknowledge(ids: string[]): Promise<void> {
    await this.quietly(this.database.read(acknowledgeEvents, [ids, this.clock.now()]));
  }

  private async hasten(receiver: ParticipantId): Promise<void> {
    await this.quietly(this.database.read(hastenEvents, [receiver, this.clock.now()]));
  }

  /** What could not be written down is delivered again: the receiver knows it already. */
  private async quietly(work: Promise<unknown>): Promise<void> {
    await work.catch((error: unknown) => this.logger.error(error, 'the outbox could not be written'));
  }
}
