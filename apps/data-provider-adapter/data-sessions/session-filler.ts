import { type BeforeApplicationShutdown, Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Instant } from '#domain';
import { Database, JobQueues, SETTINGS, type Transaction } from '#platform';
import type { DataProviderAdapterSettings } from '../settings/data-provider-adapter.settings.ts';
import type { DataSession, SessionStanding } from './data-session.ts';
import type { Fill, OpenedSession } from './fill.ts';
import { FillGround } from './fill-ground.ts';
import { FillHalted } from './fill-halted.ts';
import { FillLease } from './fill-lease.ts';
import { SessionFill } from './session-fill.ts';

export const fillSession = 'data-provider-adapter.fill-session';

const retryAfterFaultSeconds = 5;

interface UnderWay {
  readonly filler: string;
  readonly done: Promise<DataSession | undefined>;
}

/** Has sessions filled in this process, so many at once, and knows which. */
@Injectable()
export class SessionFiller implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger(SessionFiller.name);
  private readonly underWay = new Map<string, UnderWay>();
  private isStopping = false;

  constructor(
    private readonly fill: SessionFill,
    private readonly ground: FillGround,
    private readonly lease: FillLease,
    private readonly queues: JobQueues,
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Pick<DataProviderAdapterSettings, 'FILLS_AT_ONCE' | 'RUN'>,
  ) {}

  onModuleInit(): void {
    this.lease.whenFreed((tx, sessionIds) => this.takeOver(tx, sessionIds));
  }

  /** Sessions filled at once in one process. */
  get most(): number {
    return this.settings.FILLS_AT_ONCE;
  }

  /** Whoever starts next need not wait for the leases to lapse; what was not saved is read again. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    const held = [...this.underWay].map(([id, { filler }]) => this.lease.release(id, filler));
    await Promise.allSettled(held);
  }

  newLease(): { readonly filler: string; readonly until: Instant } {
    return { filler: this.lease.self, until: this.lease.until() };
  }

  /**
   * Resolves when this process no longer fills the session, to the session where that ended with it; nothing where this
   * process does not fill it.
   */
  running(sessionId: string): Promise<DataSession | undefined> | undefined {
    return this.underWay.get(sessionId)?.done;
  }

  /** Starts at once with a session that was just opened; where the process has enough to do, or no jobs, another does. */
  fillOpened(opened: OpenedSession): void {
    const { id } = opened.session;
    const filler = this.lease.self;
    if (this.isFull || !this.settings.RUN.includes('jobs')) void this.handOver(id, filler);
    else void this.start(id, filler, async () => ({ ...opened, filler, digests: [] }));
  }

  /** Goes on with a session that nobody fills. Does nothing where somebody does. */
  async fillAbandoned(sessionId: string): Promise<void> {
    if (this.isFull || this.underWay.has(sessionId)) return;
    const filler = this.lease.self;
    const session = await this.lease.claim(sessionId, filler);
    if (session !== undefined) await this.start(sessionId, filler, () => this.ground.read(session, filler));
  }

  /** Someone fetches again: reading that had let go goes on, where there is room. */
  async wake(session: SessionStanding): Promise<void> {
    if (!session.waiting || session.state !== 'ACTIVE' || !this.lease.hasRoom(session)) return;
    await this.lease.wake(session.id);
    await this.queue(session.id);
  }

  /** Queues sessions whose filler died or was never there. */
  async queueAbandoned(): Promise<void> {
    for (const id of await this.lease.listAbandoned()) await this.queue(id);
  }

  private queue(sessionId: string): Promise<void> {
    return this.queues.add(fillSession, { sessionId }, { id: `fill-session-${sessionId}` });
  }

  /** Under an id of its own: the job of a worker that died stands in the queue a while yet. */
  private takeOver(tx: Transaction, sessionIds: readonly string[]): void {
    this.database.afterCommit(tx, async () => {
      for (const sessionId of sessionIds) await this.queues.add(fillSession, { sessionId }, { id: uuidv7() });
    });
  }

  private get isFull(): boolean {
    return this.isStopping || this.underWay.size >= this.most;
  }

  private start(sessionId: string, filler: string, begin: () => Promise<Fill>): Promise<unknown> {
    const done = this.run(sessionId, filler, begin).finally(() => this.underWay.delete(sessionId));
    this.underWay.set(sessionId, { filler, done });
    return done;
  }

  private async run(sessionId: string, filler: string, begin: () => Promise<Fill>): Promise<DataSession | undefined> {
    try {
      return await this.lease.during(sessionId, filler, async () => this.fill.run(await begin()));
    } catch (error) {
      if (error instanceof FillHalted || this.isStopping) return undefined;
      this.logger.error(error, `data session ${sessionId} could not be filled`);
      await this.lease.release(sessionId, filler, retryAfterFaultSeconds).catch(() => undefined);
      return undefined;
    }
  }

  private async handOver(sessionId: string, filler: string): Promise<void> {
    try {
      await this.lease.release(sessionId, filler);
      await this.queue(sessionId);
    } catch (error) {
      // The lease lapses by itself, and the timer finds the session.
      this.logger.warn(error, `data session ${sessionId} could not be handed over`);
    }
  }
}
