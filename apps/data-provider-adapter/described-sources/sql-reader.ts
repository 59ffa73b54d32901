import { Pool, type PoolClient } from 'pg';
import Cursor from 'pg-cursor';
import { ownWait } from '../record-sources/own-wait.ts';
import { RecordSourceUnavailable } from '../record-sources/record-source-unavailable.ts';
import type { Row } from './row-record.ts';
import { highestParameter, type SqlDescription } from './sql-description.ts';
import { sqlFailure } from './sql-failure.ts';
import { readPoolOptions } from './sql-options.ts';
import { checkRoleOnlyReads, RoleMayWrite } from './sql-role-check.ts';
import { Turns } from './turns.ts';

export type Value = string | readonly string[] | null;

/** Reads one PostgreSQL database by a role that can do nothing else; so many rows at once, whatever a query finds. */
export class SqlReader {
  private readonly checked = new WeakSet<PoolClient>();

  private constructor(
    private readonly pool: Pool,
    private readonly turns: Turns,
    private readonly description: SqlDescription,
  ) {
    // A connection that breaks is told to whoever uses it; one that nobody uses is nobody's loss.
    pool.on('error', () => undefined);
    pool.on('connect', (client) => client.on('error', () => undefined));
  }

  static async open(description: SqlDescription, connections: number): Promise<SqlReader> {
    const pool = new Pool(await readPoolOptions(description, connections));
    return new SqlReader(pool, new Turns(connections), description);
  }

  /**
   * Rows of one snapshot, in the order of the query.
   *
   * @throws RecordSourceUnavailable, or the reason of the signal
   */
  async *read(query: string, values: readonly Value[], signal?: AbortSignal): AsyncGenerator<Row> {
    signal?.throwIfAborted();
    const client = await this.connect(signal);
    const watch = this.watch(client, signal);
    let isWhole = false;
    try {
      signal?.throwIfAborted();
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      const cursor = client.query(new Cursor<Row>(query, values.slice(0, highestParameter(query))));
      for (;;) {
        watch.begin();
        const rows = await cursor.read(this.description.rowsAtOnce);
        if (rows.length === 0) break;
        yield* rows;
      }
      await client.query('COMMIT');
      isWhole = true;
    } catch (cause) {
      if (signal?.aborted) throw signal.reason;
      throw watch.isOver ? new RecordSourceUnavailable('answer-too-large') : sqlFailure(cause);
    } finally {
      watch.end();
      // Left in the middle: the connection is closed, and with it the query ends.
      this.release(client, !isWhole);
    }
  }

  /**
   * The columns of a query's answer; no row of it is made.
   *
   * @throws RecordSourceUnavailable, or the database's own error where the query is wrong
   */
  async describe(query: string): Promise<string[]> {
    const client = await this.connect();
    try {
      await client.query('BEGIN READ ONLY');
      const values = Array.from({ length: highestParameter(query) }, () => null);
      const { fields } = await client.query(`SELECT * FROM (${query}\n) AS described LIMIT 0`, values);
      return fields.map(({ name }) => name);
    } finally {
      this.release(client, true);
    }
  }

  /** @throws RoleMayWrite @throws RecordSourceUnavailable */
  async checkRole(): Promise<void> {
    this.release(await this.connect(undefined, false), false);
  }

  async close(): Promise<void> {
    await this.pool.end();
  }

  /** Waits first until fewer than all connections are lent: what the pool then takes long for is the database's doing. */
  private async connect(signal?: AbortSignal, hidesRole = true): Promise<PoolClient> {
    await ownWait(signal, this.turns.take(signal));
    const client = await this.pool.connect().catch((cause: unknown) => {
      this.turns.give();
      throw sqlFailure(cause);
    });
    try {
      if (this.checked.has(client)) return client;
      await checkRoleOnlyReads(client);
      this.checked.add(client);
      return client;
    } catch (error) {
      this.release(client, true);
      throw hidesRole || !(error instanceof RoleMayWrite) ? sqlFailure(error) : error;
    }
  }

  private release(client: PoolClient, isSpoilt: boolean): void {
    client.release(isSpoilt);
    this.turns.give();
  }

  /** Cuts the connection when nobody waits any more, and when an answer grows beyond its limit before it is held. */
  private watch(client: PoolClient, signal: AbortSignal | undefined) {
    const { stream } = client.connection;
    const most = this.description.answerLimitBytes;
    let bytes = 0;
    const state = { isOver: false, begin, end };
    const count = (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= most) return;
      state.isOver = true;
      stream.destroy();
    };
    const cut = () => stream.destroy();
    stream.prependListener('data', count);
    signal?.addEventListener('abort', cut, { once: true });
    function begin() {
      bytes = 0;
    }
    function end() {
      stream.off('data', count);
      signal?.removeEventListener('abort', cut);
    }
    return state;
  }
}
