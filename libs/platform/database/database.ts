import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { RefusedError } from '#domain';
import { isWorthRetrying } from './database-errors.ts';
import { PipelinedTransaction } from './pipelined-transaction.ts';
import type { Statement } from './statement.ts';
import type { Transaction } from './transaction.ts';

const ATTEMPTS = 5;

/** The role's own schema in PostgreSQL. */
@Injectable()
export class Database {
  private readonly logger = new Logger(Database.name);
  private readonly afterwards = new WeakMap<Transaction, Array<() => unknown>>();

  constructor(private readonly dataSource: DataSource) {}

  /**
   * All or nothing. `work` may run more than once: on a serialization failure or deadlock everything is undone and it
   * starts anew, so it must have no effect but through `tx`.
   *
   * @throws what `work` throws, after undoing everything
   */
  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.attempt(work);
      } catch (error) {
        if (attempt >= ATTEMPTS || !isWorthRetrying(error)) throw error;
        await sleep(Math.random() * 10 * 2 ** attempt);
      }
    }
  }

  /**
   * One statement on its own, e.g. a read or a single-row write. Same value types as `Transaction.query`.
   *
   * @param tx where it may be part of one and is
   */
  async read<Row extends object>(
    statement: Statement,
    values: readonly unknown[] = [],
    tx?: Transaction,
  ): Promise<Row[]> {
    if (tx !== undefined) return tx.query<Row>(statement, values);
    const { rows } = await this.pool.query<Row>({ ...statement, values: [...values] });
    return rows;
  }

  /** Does `fn` once `tx` is committed, and not at all when it is not. A failure of `fn` is logged and goes no further. */
  afterCommit(tx: Transaction, fn: () => unknown): void {
    const list = this.afterwards.get(tx);
    if (list === undefined) throw new Error('afterCommit: the transaction has ended');
    list.push(fn);
  }

  private async attempt<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    client.on('error', ignore);
    const afterwards: Array<() => unknown> = [];
    const result = await this.within(client, afterwards, work).finally(() => client.off('error', ignore));
    for (const fn of afterwards) await this.runQuietly(fn);
    return result;
  }

  /** Gives the connection back, or away where it is of no use any more. */
  private async within<T>(
    client: PoolClient,
    afterwards: Array<() => unknown>,
    work: (tx: Transaction) => Promise<T>,
  ): Promise<T> {
    const tx = new PipelinedTransaction(client);
    this.afterwards.set(tx, afterwards);
    try {
      const result = await work(tx);
      await tx.commit();
      client.release();
      return result;
    } catch (error) {
      const undoing = tx.rollback().then(
        () => undefined,
        (lost: Error) => lost,
      );
      // After a refusal the connection is sound, and a pipeline: what comes next on it comes after the rollback.
      client.release(error instanceof RefusedError ? undefined : await undoing);
      throw error;
    } finally {
      this.afterwards.delete(tx);
    }
  }

  private async runQuietly(fn: () => unknown): Promise<void> {
    try {
      await fn();
    } catch (error) {
      this.logger.error(error, 'what was to follow a commit failed');
    }
  }

  private get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }
}

/** What becomes of a connection shows in the statements on it. */
function ignore(): void {}
