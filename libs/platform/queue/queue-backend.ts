import type { BackendFactory } from 'bullmq';

/** What BullMQ is given to keep jobs in, over connections that all queues of a role share. */
export interface OpenBackend {
  readonly factory: BackendFactory;
  readonly connection: object;
  readonly prefix: string;
  /** Whether it can be away, or silent, while the role's database is there. */
  readonly isApart: boolean;
}

/** Where BullMQ keeps jobs. It may be away: at the start, and at any time after it. */
export interface QueueBackend {
  /** Once it was there for the first time; never where it is closed before. */
  readonly opened: Promise<OpenBackend>;
  /** Undefined while it is away, as far as is known without asking it. */
  current(): OpenBackend | undefined;
  /** Asks it. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}
