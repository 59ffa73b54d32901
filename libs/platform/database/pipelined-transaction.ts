import type { Socket } from 'node:net';
import type { PoolClient } from 'pg';
import type { Statement } from './statement.ts';
import type { Transaction } from './transaction.ts';

/**
 * A transaction on a connection in pipeline mode: what needs no answer is sent without waiting for one, and what is sent
 * in the same turn of the event loop leaves in one system call.
 */
export class PipelinedTransaction implements Transaction {
  /** Of a write, as long as nobody was told. */
  private failure: Error | undefined;
  private hasEnded = false;
  private isGathering = false;

  constructor(private readonly client: PoolClient) {}

  begin(): void {
    this.send('BEGIN').catch(() => undefined);
  }

  async query<Row extends object>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    try {
      const { rows } = await this.send<Row>({ ...statement, values: [...values] });
      return rows;
    } catch (error) {
      // Of what follows a failure PostgreSQL only says that the transaction is aborted.
      const first = this.failure ?? error;
      this.failure = undefined;
      throw first;
    }
  }

  write(statement: Statement, values: readonly unknown[] = []): void {
    // Answers come in the order of the questions: this is noted before the answer to what follows.
    this.send({ ...statement, values: [...values] }).catch((error: Error) => {
      this.failure ??= error;
    });
  }

  /** @throws the first failure of a write: nothing is kept then */
  async commit(): Promise<void> {
    const ending = this.send('COMMIT');
    this.hasEnded = true;
    // PostgreSQL answers the commit of an aborted transaction with ROLLBACK, and no error.
    const { command } = await ending;
    if (this.failure !== undefined) throw this.failure;
    if (command !== 'COMMIT') throw new Error(`the transaction ended with ${command}`);
  }

  async rollback(): Promise<void> {
    if (this.hasEnded) return;
    const ending = this.send('ROLLBACK');
    this.hasEnded = true;
    await ending;
  }

  private send<Row extends object>(query: string | { name: string; text: string; values: unknown[] }) {
    if (this.hasEnded) throw new Error('the transaction has ended');
    this.gather();
    return this.client.query<Row>(query as never);
  }

  private gather(): void {
    if (this.isGathering) return;
    const { stream } = (this.client as unknown as { connection: { stream: Socket } }).connection;
    this.isGathering = true;
    stream.cork();
    process.nextTick(() => {
      this.isGathering = false;
      stream.uncork();
    });
  }
}
