import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { addSeconds, type ParticipantId, type ParticipantRole, toMilliseconds } from '#domain';
import { createEvent, type EventState, type EventTypeName } from '#protocol';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import type { Transaction } from '../database/transaction.ts';
import { KeyRing } from '../keys/key-ring.ts';
import { type RoleSettings, SETTINGS } from '../settings/role-settings.ts';
import { insertOutboxEvent } from './event-statements.ts';
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

/** The wake after commit comes first; only an event whose wake was lost is found by the sweep. */
const SWEEP_AFTER_SECONDS = 2;

/** Tells other participants what became so, exactly when it did: the event is saved with what caused it. */
@Injectable()
export class Outbox {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly waker: EventWaker,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<RoleSettings, 'PARTICIPANT_ID'>,
  ) {}

  async write<T extends EventTypeName>(tx: Transaction, event: OutgoingEvent<T>): Promise<void> {
    const now = this.clock.now();
    const id = uuidv7({ msecs: toMilliseconds(now) });
    const token = await createEvent({
      signer: this.keyRing.signer('statement'),
      issuer: this.settings.PARTICIPANT_ID,
      audience: event.to,
      type: event.type,
      state: event.state,
      subject: event.subject,
      now,
      jti: id,
    });
    await tx.query(insertOutboxEvent, [
      id,
      event.to,
      event.role ?? null,
      event.type,
      event.subject,
      event.version,
      token,
      now,
      addSeconds(now, SWEEP_AFTER_SECONDS),
    ]);
    this.database.afterCommit(tx, () => this.waker.wake(id));
  }
}
