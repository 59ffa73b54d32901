import { AsyncLocalStorage } from 'node:async_hooks';
import type { Logger } from 'pino';
import type { ObservedAct, Observer } from './observer.ts';

/** What is being done, and for which role: several roles may live in one process, and each line says whose it is. */
export interface LogContext {
  readonly log: Logger;
  readonly requestId?: string;
  /** Absent where nobody watches. */
  readonly observer?: Observer | undefined;
  /** What is under way, as the observer knows it. */
  readonly act?: ObservedAct | undefined;
}

export const logContext = new AsyncLocalStorage<LogContext>();
