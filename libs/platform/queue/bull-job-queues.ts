import { setTimeout as sleep } from 'node:timers/promises';
import {
  type BeforeApplicationShutdown,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Queue, type QueueOptions, Worker } from 'bullmq';
import { observed } from '../observation/observed.ts';
import { type AddOptions, type JobOptions, JobQueues } from './job-queues.ts';
import { Lane } from './lane.ts';
import type { OpenBackend, QueueBackend } from './queue-backend.ts';
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
  readonly lane: Lane;
}

type AnyQueue = Pick<Queue, 'add' | 'close'>;
type AnyWorker = Pick<Worker, 'close'>;

/** Idle workers are woken when a job comes; this is only how often one asks all the same. */
const IDLE_SECONDS = 30;
/** Nobody who adds a job waits longer than this for a queue that does not answer. */
const ADD_WITHIN_MS = 1000;
/** For so long after that it is not asked again. */
const LEFT_ALONE_MS = 3000;

/** JobQueues on BullMQ, over Redis or PostgreSQL alike. */
export class BullJobQueues
  extends JobQueues
  implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown
{
  private readonly logger = new Logger('Queues');
  private readonly queues = new Map<string, AnyQueue>();
  private readonly definitions: Definition[] = [];
  private readonly workers: AnyWorker[] = [];
  private readonly running = new Set<Promise<void>>();
  private started = false;
  private closed = false;
  private failing = false;
  private leftAloneUntil = 0;

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
    const definition = { name, handler, concurrency, lane: new Lane(concurrency) };
    this.definitions.push(definition);
    if (this.started) this.work(definition);
  }

  async add(name: string, data: object, { id, delayMs }: AddOptions = {}): Promise<void> {
    if (this.closed || performance.now() < this.leftAloneUntil) return;
    try {
      const backend = this.backend.current();
      if (backend === undefined) throw new Error('the queues are away');
      const adding = this.queue(backend, name).add(name, data, {
        ...(id !== undefined && { jobId: id }),
        ...(delayMs !== undefined && { delay: delayMs }),
        // Both free the id, so that the same work can be asked for again; and nothing piles up.
        removeOnComplete: true,
        removeOnFail: true,
      });
      await (backend.isApart ? this.soon(adding) : adding);
      this.failing = false;
    } catch (error) {
      // Once, however many jobs follow: what they were to wake is found by the timers.
      if (!this.failing)
        this.logger.error({ queue: name, err: error }, 'jobs cannot be queued; timers find their work');
      this.failing = true;
    }
  }

  hasRoom(name: string): boolean {
    return this.started && this.definitions.some((known) => known.name === name && !known.lane.isFull());
  }

  doHere(name: string, work: () => Promise<void>): void {
    const lane = this.definitions.find((known) => known.name === name)?.lane;
    if (lane === undefined) throw new Error(`the queue ${name} is not defined`);
    // What waited for its turn until the stop is left.
    const unlessStopped = async () => (this.started ? this.run(name, undefined, work) : undefined);
    this.track(lane.do(unlessStopped)).catch(() => undefined);
  }

  every(name: string, ms: number, fn: () => Promise<void>): void {
    this.timers.add({ name, ms, fn });
  }

  /** Whether jobs can be kept and worked off now. */
  isReady(): Promise<boolean> {
    return this.backend.isReady();
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
    const ended = Promise.all([this.timers.stop(), this.stopWorkers()]);
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

  private async soon(adding: Promise<unknown>): Promise<void> {
    const late = new AbortController();
    const impatience = sleep(ADD_WITHIN_MS, 'late', { signal: late.signal, ref: false }).catch(() => 'done');
    const outcome = await Promise.race([adding.finally(() => late.abort()), impatience]);
    if (outcome !== 'late') return;
    adding.catch(() => undefined);
    this.leftAloneUntil = performance.now() + LEFT_ALONE_MS;
    throw new Error('the queues do not answer');
  }

  /** Where the queues are away, a worker could not say goodbye: only its running jobs are waited for. */
  private async stopWorkers(): Promise<void> {
    const isAway = !(await this.backend.isReady());
    const closing = this.workers.map((worker) => worker.close(isAway));
    if (isAway) for (const each of closing) each.catch(() => undefined);
    else await Promise.all(closing);
    await Promise.all(this.running);
  }

  private queue(backend: OpenBackend, name: string): AnyQueue {
    const known = this.queues.get(name);
    if (known !== undefined) return known;
    const queue = new Queue(name, optionsFor(backend), backend.factory);
    queue.on('error', (error) => this.logger.debug({ queue: name, err: error }, 'a queue reports'));
    this.queues.set(name, queue);
    return queue;
  }

  private work(definition: Definition): void {
    const begin = (backend: OpenBackend) => {
      if (this.started) this.workers.push(this.startWorker(backend, definition));
    };
    this.backend.opened.then(begin).catch((error: unknown) => {
      this.logger.error({ queue: definition.name, err: error }, 'a worker could not start');
    });
  }

  private startWorker(backend: OpenBackend, { name, handler, concurrency, lane }: Definition): AnyWorker {
    const { lockMs } = this.options;
    const worker = new Worker(
      name,
      ({ id, data }) => this.track(lane.do(() => this.run(name, id, () => handler(data as never)))),
      {
        ...optionsFor(backend),
        concurrency,
        drainDelay: IDLE_SECONDS,
        lockDuration: lockMs,
        // A silent worker's job is given away within a lock and a quarter.
        stalledInterval: lockMs / 4,
        // A worker that is killed is no fault of the job.
        maxStalledCount: 1_000_000,
        runRetryDelay: 500,
      },
      backend.factory,
    );
    worker.on('error', (error) => this.logger.debug({ queue: name, err: error }, 'a worker reports'));
    return worker;
  }

  private async run(name: string, id: string | undefined, work: () => Promise<void>): Promise<void> {
    try {
      await observed('job', name, work);
    } catch (error) {
      this.logger.error({ queue: name, job: id, err: error }, 'a job failed');
      throw error;
    }
  }

  private track(run: Promise<void>): Promise<void> {
    const tracked = run.finally(() => this.running.delete(tracked));
    this.running.add(tracked);
    return tracked;
  }
}

function optionsFor({ connection, prefix }: OpenBackend): QueueOptions {
  return {
    connection: connection as QueueOptions['connection'],
    ...(prefix !== '' && { prefix }),
    // Its version check asks, and warns on the console; ours is in the log.
    skipVersionCheck: true,
    streams: { events: { maxLen: 100 } },
  };
}
