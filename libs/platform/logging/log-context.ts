import { AsyncLocalStorage } from 'node:async_hooks';
import type { Logger } from 'pino';

/** What is being done, and for which role: several roles may live in one process, and each line says whose it is. */
export interface LogContext {
  readonly log: Logger;
  readonly requestId?: string;
}

export const logContext = new AsyncLocalStorage<LogContext>();
