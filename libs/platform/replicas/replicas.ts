import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import { v7 as uuidv7 } from 'uuid';
import { Database } from '../database/database.ts';
import { SideConnection } from '../database/side-connection.ts';
import type { Transaction } from '../database/transaction.ts';
import { NetworkOptions } from '../participant/network-options.ts';
import { findGone, holdLife, joinReplicas, removeReplicas } from './replica-statements.ts';

const LOOK_MS = 500;

/** Frees what these replicas held, in the transaction that forgets them. */
export type FreeHeld = (tx: Transaction, replicas: readonly string[]) => Promise<void>;

/**
 * Who is alive among the processes of this role. Each holds a lock in the database over one connection; what it works at
 * is marked with its id. When the connection ends the others find the lock free, and free what it held: half a second
 * after a process was killed, and never because it is only busy. One that lost no more than its connection goes on under
 * a new id: whatever it still does for what it held must come to nothing, which the marks see to.
 */
@Injectable()
export class Replicas implements OnModuleInit, OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(Replicas.name);
  private readonly frees: FreeHeld[] = [];
  private readonly connection: SideConnection;
  private id = '';
  /** Which opening of the connection holds the lock. */
  private joined = 0;
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
    this.connection = new SideConnection({ url, schema, name: `assent ${role} replica` });
  }

  /** What this process takes is marked with it. */
  get self(): string {
    return this.id;
  }

  whenGone(free: FreeHeld): void {
    this.frees.push(free);
  }

  async onModuleInit(): Promise<void> {
    await this.join();
  }

  /** Not before all who hold something have said how it is freed: the gone are forgotten with the first look. */
  onApplicationBootstrap(): void {
    this.schedule(0);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.connection.close();
  }

  private schedule(ms: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.look()
        .catch((error: unknown) => this.logger.warn(error, 'who else is alive is not known'))
        .finally(() => this.schedule(LOOK_MS));
    }, ms).unref();
  }

  private async look(): Promise<void> {
    const gone = await this.connection.ask<{ id: string }>(findGone, [this.id]);
    if (this.stopped) return;
    if (this.connection.session !== this.joined) return this.join();
    if (gone.length > 0) await this.bury(gone.map(({ id }) => id));
  }

  private async bury(gone: readonly string[]): Promise<void> {
    const buried = await this.database.transaction((tx) => this.remove(tx, gone));
    if (buried > 0) this.logger.log(`${buried} replicas are gone; what they were doing goes on`);
  }

  /** The lock comes before the row: nobody finds the one without the other. */
  private async join(): Promise<void> {
    const [before, id] = [this.id, uuidv7()];
    await this.connection.ask(holdLife, [id]);
    this.joined = this.connection.session;
    await this.database.transaction(async (tx) => {
      await tx.query(joinReplicas, [id]);
      if (before !== '') await this.free(tx, [before]);
    });
    this.id = id;
    if (before !== '') this.logger.warn('the database connection was lost; what this process was doing begins anew');
  }

  private async remove(tx: Transaction, gone: readonly string[]): Promise<number> {
    const removed = await tx.query<{ id: string }>(removeReplicas, [gone]);
    const ids = removed.map(({ id }) => id);
    if (ids.length > 0) await this.free(tx, ids);
    return ids.length;
  }

  private async free(tx: Transaction, ids: readonly string[]): Promise<void> {
    for (const free of this.frees) await free(tx, ids);
  }
}
