import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import { v7 as uuidv7 } from 'uuid';
import { Database } from '../database/database.ts';
import { SideConnection } from '../database/side-connection.ts';
import type { Transaction } from '../database/transaction.ts';
import { NetworkOptions } from '../participant/network-options.ts';
import { beat, joinReplicas, leave, removeSilentReplicas } from './replica-statements.ts';

const BEAT_MS = 500;
/** One that was itself held up for so long does not judge the others. */
const OWN_SILENCE_MS = 1500;

/** Frees what these replicas held, in the transaction that forgets them. */
export type FreeHeld = (tx: Transaction, replicas: readonly string[]) => Promise<void>;

/**
 * Who is alive among the processes of this role. Each beats in the database every half second; what one holds is marked
 * with its id, and free again when it has been silent for two seconds. One that was only held up goes on under a new
 * id: whatever it still does for what it held must come to nothing, by a token of its own.
 */
@Injectable()
export class Replicas implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(Replicas.name);
  private readonly frees: FreeHeld[] = [];
  private readonly connection: SideConnection;
  private id = uuidv7();
  private lastBeat = 0;
  private burying: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly database: Database,
    dataSource: DataSource,
    { role }: NetworkOptions,
  ) {
    const { url = '', extra } = dataSource.options as PostgresDataSourceOptions;
    const schema =
      /search_path=(\w+)/.exec((extra as { options?: string } | undefined)?.options ?? '')?.[1] ?? 'public';
    this.connection = new SideConnection({ url, schema, name: `assent ${role} heartbeat` });
  }

  /** What this process takes is marked with it. */
  get self(): string {
    return this.id;
  }

  whenSilent(free: FreeHeld): void {
    this.frees.push(free);
  }

  async onModuleInit(): Promise<void> {
    await this.database.read(joinReplicas, [this.id]);
    this.lastBeat = performance.now();
    this.schedule(0);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.connection.ask(leave, [this.id]).catch(() => undefined);
    await this.connection.close();
  }

  private schedule(ms: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.tick()
        .catch((error: unknown) => this.logger.warn(error, 'the heartbeat failed'))
        .finally(() => this.schedule(BEAT_MS));
    }, ms).unref();
  }

  private async tick(): Promise<void> {
    const [seen] = await this.connection.ask<{ alive: boolean; silent: string[] }>(beat, [this.id]);
    if (this.stopped || seen === undefined) return;
    const ownSilence = performance.now() - this.lastBeat;
    this.lastBeat = performance.now();
    if (!seen.alive) await this.rejoin();
    else if (seen.silent.length > 0 && ownSilence < OWN_SILENCE_MS) this.burying ??= this.bury(seen.silent);
  }

  /** Beside the heartbeat, not in its way. */
  private async bury(silent: readonly string[]): Promise<void> {
    try {
      const gone = await this.database.transaction(async (tx) => {
        const removed = await tx.query<{ id: string }>(removeSilentReplicas, [silent]);
        const ids = removed.map(({ id }) => id);
        if (ids.length > 0) for (const free of this.frees) await free(tx, ids);
        return ids;
      });
      if (gone.length > 0) this.logger.warn(`${gone.length} replicas are gone; what they were doing goes on`);
    } catch (error) {
      this.logger.error(error, 'what a replica left could not be freed; it is tried again');
    } finally {
      this.burying = undefined;
    }
  }

  /** Taken for dead: others have what it held, and what it took since is free as well. */
  private async rejoin(): Promise<void> {
    const id = uuidv7();
    await this.database.transaction(async (tx) => {
      for (const free of this.frees) await free(tx, [this.id]);
      await tx.query(joinReplicas, [id]);
    });
    this.id = id;
    this.logger.warn('this process was held up and taken for dead; what it was doing goes on elsewhere');
  }
}
