import type { ParticipantId, ParticipantRole } from '#domain';
import type { EventState, EventTypeName } from '#protocol';
import type { Transaction } from '../database/transaction.ts';

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

/** Tells other participants what became so, exactly when it did: the event is saved with what caused it. */
export abstract class Outbox {
  abstract write<T extends EventTypeName>(tx: Transaction, event: OutgoingEvent<T>): Promise<void>;
}
