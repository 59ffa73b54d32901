import { Inject, Injectable } from '@nestjs/common';
import { addSeconds, type Instant, type ParticipantId, type ParticipantRole } from '#domain';
import { createEvent, createId, type EventState, type EventTypeName } from '#protocol';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import type { Transaction } from '../database/transaction.ts';
import { KeyRing } from '../keys/key-ring.ts';
import { Replicas } from '../replicas/replicas.ts';
import { type RoleSettings, SETTINGS } from '../settings/role-settings.ts';
import { EventDelivery, TAKEN_SECONDS } from './event-delivery.ts';
import { outboxEvents, type PendingEvent } from './event-statements.ts';
import { EventWaker } from './event-waker.ts';

export interface OutgoingEvent<T extends EventTypeName = EventTypeName> {
  readonly to: ParticipantId;
  /** The role it is told to: needed where the receiver is listed with several endpoints. */
  readonly role?: ParticipantRole;
  readonly type: T;
  /** Id of what the event is about. */
  readonly subject: string;
  /** Of the state told: counts up with each change of the subject. */
  readonly version: number;
  readonly state: EventState<T>;
}

export interface PreparedEvents {
  /** Of the parameters of `insertEvents`. */
  readonly values: readonly unknown[];
  /** To be called once they are saved. */
  readonly begin: () => void;
}

/** The wake after commit comes first; only an event whose wake was lost is found by the sweep. */
const SWEEP_AFTER_SECONDS = 2;

/** Tells other participants what became so, exactly when it did: the event is saved with what caused it. */
@Injectable()
export class Outbox {
  private readonly delivers: boolean;

  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly delivery: EventDelivery,
    private readonly waker: EventWaker,
    private readonly replicas: Replicas,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<RoleSettings, 'PARTICIPANT_ID' | 'RUN'>,
  ) {
    this.delivers = settings.RUN.includes('jobs');
  }

  write<T extends EventTypeName>(tx: Transaction, event: OutgoingEvent<T>): Promise<void> {
    return this.writeAll(tx, [event]);
  }

  async writeAll(tx: Transaction, events: readonly OutgoingEvent[]): Promise<void> {
    const { values, begin } = await this.prepare(events);
    tx.attach(outboxEvents, values);
    this.database.afterCommit(tx, begin);
  }

  /** For a statement that saves the events itself, by `insertEvents`, with what causes them. */
  async prepare(events: readonly OutgoingEvent[]): Promise<PreparedEvents> {
    const now = this.clock.now();
    const pending = await Promise.all(events.map((event) => this.sign(event, now)));
    const column = (of: (event: OutgoingEvent) => unknown) => events.map(of);
    const values = [
      pending.map(({ id }) => id),
      pending.map(({ receiver }) => receiver),
      pending.map(({ receiver_role }) => receiver_role),
      column(({ type }) => type),
      column(({ subject }) => subject),
      column(({ version }) => version),
      pending.map(({ token }) => token),
      now,
      addSeconds(now, this.delivers ? TAKEN_SECONDS : SWEEP_AFTER_SECONDS),
      this.delivers ? this.replicas.self : null,
    ];
    return { values, begin: () => this.begin(pending) };
  }

  /** A process that works jobs off delivers them itself, as soon as they are committed; else they are woken elsewhere. */
  private begin(events: readonly PendingEvent[]): void {
    if (this.delivers) this.delivery.deliverAll(events);
    else for (const { id } of events) this.waker.wake(id);
  }

  private async sign({ to, role, type, subject, state }: OutgoingEvent, now: Instant): Promise<PendingEvent> {
    const id = createId(now);
    const token = await createEvent({
      signer: this.keyRing.signer('statement'),
      issuer: this.settings.PARTICIPANT_ID,
      audience: to,
      type,
      state,
      subject,
      now,
      jti: id,
    });
    return { id, receiver: to, receiver_role: role ?? null, token, attempts: 0 };
  }
}
