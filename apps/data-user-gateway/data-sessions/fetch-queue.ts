import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Database, JobQueues, Replicas, SETTINGS, type Transaction } from '#platform';
import type { DataUserGatewaySettings } from '../settings/data-user-gateway.settings.ts';
import { DataSessionStore } from './data-session-store.ts';
import { LeaseTimes } from './lease-times.ts';

export const FETCH_SESSION = 'data-user-gateway.fetch-session';
const BATCH = 500;

/** Wakes workers for sessions. What the queue forgets the sweep finds: sessions whose time has come, or whose worker died. */
@Injectable()
export class FetchQueue implements OnModuleInit {
  constructor(
    private readonly queues: JobQueues,
    private readonly sessions: DataSessionStore,
    private readonly times: LeaseTimes,
    private readonly database: Database,
    private readonly replicas: Replicas,
    @Inject(SETTINGS) private readonly settings: Pick<DataUserGatewaySettings, 'FETCH_SWEEP_SECONDS'>,
  ) {}

  onModuleInit(): void {
    this.replicas.whenGone((tx, gone) => this.takeOver(tx, gone));
    const everyMs = this.settings.FETCH_SWEEP_SECONDS * 1000;
    this.queues.every('data-user-gateway.find-sessions', everyMs, () => this.sweep());
  }

  async add(sessionId: string): Promise<void> {
    await this.queues.add(FETCH_SESSION, { sessionId }, { id: sessionId });
  }

  /** Under an id of its own: the job of a worker that died stands in the queue a while yet. */
  private async takeOver(tx: Transaction, gone: readonly string[]): Promise<void> {
    const freed = await this.sessions.free(tx, gone, this.times.now());
    this.database.afterCommit(tx, async () => {
      for (const sessionId of freed) await this.queues.add(FETCH_SESSION, { sessionId }, { id: uuidv7() });
    });
  }

  async sweep(): Promise<void> {
    for (const id of await this.sessions.listDue(this.times.now(), BATCH)) await this.add(id);
  }
}
