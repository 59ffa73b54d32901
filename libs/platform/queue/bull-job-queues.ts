import {
  type BeforeApplicationShutdown,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Queue, type QueueOptions, Worker } from 'bullmq';
import { type AddOptions, type JobOptions, JobQueues } from './job-queues.ts';
import type { QueueBackend } from './queue-backend.ts';
import type { Timers } from './timers.ts';

export interface BullOptions {
  /** Whether this process works jobs off, or only adds them. */
  readonly works: boolean;
  /** After this long without a sign of life, a job is given to another worker. */
  readonly lockMs: number;
  /** How long a stop waits for running jobs. */
  readonly stopMs: number;
}

interface Definition {
  readonly name: string;
  readonly handler: (data: never) => Promise<void>;
  readonly concurrency: number;
}

type AnyQueue = Pick<Queue, 'add' | 'close'>;
type AnyWorker = Pick<Worker, 'close'>;

/** Idle workers are woken when a job comes; this is only how often one asks all the same. */
const IDLE_SECONDS = 30;

/** JobQueues on BullMQ, over Redis or PostgreSQL alike. */
export class BullJobQueues
  extends JobQueues
  implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown
{
  private readonly logger = new Logger('Queues');
  private readonly queues = new Map<string, AnyQueue>();
  private readonly definitions: Definition[] = [];
  private readonly workers: AnyWorker[] = [];
  private started = false;
  private closed = false;

  constructor(
    private readonly backend: QueueBackend,
    private readonly timers: Timers,
    private readonly options: BullOptions,
  ) {
    super();
  }

  define<Data extends object>(
    name: string,
    handler: (data: Data) => Promise<void>,
    { concurrency = 1 }: JobOptions = {},
  ): void {
    if (this.definitions.some((other) => other.name === name)) throw new Error(`the queue ${name} is defined twice`);
    const definition = { name, handler, concurrency };
    this.definitions.push(definition);
    if (this.started) this.work(definition);
  }

  async add(name: string, data: object, { id, delayMs }: AddOptions = {}): Promise<void> {
    if (this.closed) return;
    try {
      await this.queue(name).add(name, data, {
        ...(id !== undefined && { jobId: id }),
        ...(delayMs !== undefined && { delay: delayMs }),
        // Both free the id, so that the same work can be asked for again.
        removeOnComplete: true,
        removeOnFail: true,
      });
    } catch (error) {
      this.logger.error({ queue: name, err: error }, 'a job could not be queued');
    }
  }

  every(name: string, ms: number, fn: () => Promise<void>): void {
    this.timers.add({ name, ms, fn });
  }

  onApplicationBootstrap(): void {
    this.started = this.options.works;
    if (!this.started) return;
    for (const definition of this.definitions) this.work(definition);
    this.timers.start();
  }

  /** Jobs end first, while everything they need is still there. */
  async beforeApplicationShutdown(): Promise<void> {
    this.started = false;
    const ended = Promise.all([this.timers.stop(), ...this.workers.map((worker) => worker.close())]);
    let timeout: NodeJS.Timeout | undefined;
    const patience = new Promise<'late'>((resolve) => {
      timeout = setTimeout(resolve, this.options.stopMs, 'late');
    });
    if ((await Promise.race([ended, patience])) === 'late') {
      this.logger.warn('jobs did not end in time; they will be done again');
      ended.catch(() => undefined);
    }
    clearTimeout(timeout);
  }

  /** Calls that were being answered until now may still have added jobs. */
  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    await this.backend.close();
  }

  private queue(name: string): AnyQueue {
    const known = this.queues.get(name);
    if (known !== undefined) return known;
    const queue = new Queue(name, this.common(), this.backend.factory);
    queue.on('error', (error) => this.logger.warn({ queue: name, err: error }, 'a queue reports'));
    this.queues.set(name, queue);
    return queue;
  }

  private work({ name, handler, concurrency }: Definition): void {
    const worker = new Worker(
      name,
      async ({ id, data }) => {
        try {
          await handler(data as never);
        } catch (error) {
          this.logger.error({ queue: name, job: id, err: error }, 'a job failed');
          throw error;
        }
      },
      {
        ...this.common(),
        concurrency,
        drainDelay: IDLE_SECONDS,
        lockDuration: this.options.lockMs,
        stalledInterval: this.options.lockMs / 2,
        // A worker that is killed is no fault of the job.
        maxStalledCount: 1_000_000,
      },
      this.backend.factory,
    );
    worker.on('error', (error) => this.logger.warn({ queue: name, err: error }, 'a worker reports'));
    this.workers.push(worker);
  }

  private common(): QueueOptions {
    const { connection, prefix } = this.backend;
    return {
      connection: connection as QueueOptions['connection'],
      ...(prefix !== '' && { prefix }),
      streams: { events: { maxLen: 100 } },
    };
  }
}
