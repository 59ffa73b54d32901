/** How a kind of job is worked off. */
export interface JobOptions {
  /** Jobs of this kind that run at once in one process. Default 1. */
  readonly concurrency?: number;
}

export interface AddOptions {
  /** While a job with this id waits or runs, another is not queued. No `:`. */
  readonly id?: string;
  readonly delayMs?: number;
}

/**
 * Wakes work; it never is the only place that remembers it: whatever a lost queue would forget, a timer must find
 * again in the database. So handlers are idempotent, and a job that fails is logged and not retried by the queue.
 */
export abstract class JobQueues {
  /** @param name `role.imperative`, e.g. `consent-manager.deliver-event` */
  abstract define<Data extends object>(
    name: string,
    handler: (data: Data) => Promise<void>,
    options?: JobOptions,
  ): void;

  /** Never throws: what cannot be queued is logged, and the timer finds it. */
  abstract add(name: string, data: object, options?: AddOptions): Promise<void>;

  /** Whether this process works such jobs off, and would soon come to one more. */
  abstract hasRoom(name: string): boolean;

  /**
   * Does a job of this kind in this process, in its turn, past the queue: for what this process holds already. Lost with
   * the process, or where it is stopping, it is found by a timer. A failure is logged.
   */
  abstract doHere(name: string, work: () => Promise<void>): void;

  /** Runs `fn` every `ms`, on one replica at a time, only where RUN has jobs. A failure is logged. */
  abstract every(name: string, ms: number, fn: () => Promise<void>): void;
}
