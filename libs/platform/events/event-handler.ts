import type { EventState, EventTypeName, VerifiedEvent } from '#protocol';
import type { Transaction } from '../database/transaction.ts';

/** An event whose sender, signature and form hold. */
export interface ReceivedEvent<T extends EventTypeName = EventTypeName> extends Omit<VerifiedEvent, 'type' | 'state'> {
  readonly type: T;
  readonly state: EventState<T>;
}

/**
 * Applies one type of event, in the transaction that records its receipt. Events come late, out of order and, in
 * other tokens, twice: a handler compares versions. Platform has checked that the sender has a role that may state
 * this type; whether it was this sender's own act is the handler's question. A duplicate is handled as well, and undone:
 * nothing a handler does may have an effect but through the transaction.
 *
 * @throws RefusedError to tell the sender no (it will try again, and in the end give up)
 */
export interface EventHandler<T extends EventTypeName = EventTypeName> {
  readonly type: T;
  handle(tx: Transaction, event: ReceivedEvent<T>): Promise<void>;
  /**
   * Where what comes as a rule can be applied by one statement, alone or after a lock, which keeps the receipt by
   * `insertReceipt` and writes all or nothing. A key broken by it, other than that of the receipt, counts as nothing written.
   *
   * @returns false where nothing was written, and `handle` has to see what is the case
   */
  handleAlone?(event: ReceivedEvent<T>, receipt: EventReceipt): Promise<boolean>;
}

/** Values of the parameters of `insertReceipt`. */
export type EventReceipt = readonly unknown[];

/** A handler of any one type. */
export type AnyEventHandler = { [T in EventTypeName]: EventHandler<T> }[EventTypeName];

/** Injection token: each module of a role may provide an `AnyEventHandler[]` under it. */
export const EVENT_HANDLERS = Symbol('event handlers');
