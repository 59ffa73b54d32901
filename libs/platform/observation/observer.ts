/** answer: a call answered; call: one made to another participant; job: work taken from a queue. */
export type ActKind = 'answer' | 'call' | 'job';

/** Something that is being done now. */
export interface ObservedAct {
  /** W3C Trace Context, level 1: goes along with calls made meanwhile. Absent where no traces are kept. */
  readonly traceparent?: string | undefined;
  /** @param outcome a status or a code, of which there are few: never an id. */
  end(outcome: string, isFault: boolean): void;
}

/**
 * Watches what a role does, for its operators. It learns names of routes, queues and codes; never an id, a contact or
 * a value.
 */
export abstract class Observer {
  /**
   * @param name of a route, a path without its ids, or a queue: there are few
   * @param traceparent of what this is part of
   */
  abstract begin(kind: ActKind, name: string, traceparent?: string): ObservedAct;
  abstract refused(code: string): void;
  /** Asked for whenever the figures are read. */
  abstract gauge(name: string, help: string, read: () => Promise<number> | number): void;
  abstract close(): Promise<void>;
}
