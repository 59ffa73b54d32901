import type { Socket } from 'node:net';
import type { PoolClient } from 'pg';
import { type Attachment, type Call, canCarry, carry } from './attachment.ts';
import type { Statement } from './statement.ts';
import type { Transaction } from './transaction.ts';

/** Beyond it a statement would only get long. */
const MOST_ATTACHED = 4;

/**
 * A transaction on a connection in pipeline mode: what needs no answer is sent without waiting for one, and what is sent
 * in the same turn of the event loop leaves in one system call. A write is held back until the next call, so that what is
 * attached afterwards goes with it; and where it is all there is, it needs neither `BEGIN` nor `COMMIT`.
 */
export class PipelinedTransaction implements Transaction {
  /** Of a write, as long as nobody was told. */
  private failure: Error | undefined;
  private hasBegun = false;
  private hasEnded = false;
  /** The answer to a commit that left before it was asked for. */
  private committed: Promise<void> | undefined;
  private isGathering = false;
  /** The last write, not sent yet. */
  private held: Call | undefined;
  /** Goes with it or, where there is none, with whatever comes next. */
  private attached: { readonly attachment: Attachment; readonly values: readonly unknown[] }[] = [];

  constructor(private readonly client: PoolClient) {}

  async query<Row extends object>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    this.hold({ statement, values });
    return this.answered(this.send<Row>(this.take()));
  }

  async last<Row extends object>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    this.hold({ statement, values });
    const call = this.take();
    const answer = this.hasBegun ? this.send<Row>(call) : this.submit<Row>(toQuery(call));
    this.committed = this.hasBegun ? this.end() : Promise.resolve();
    this.committed.catch(() => undefined);
    this.hasEnded = true;
    return this.answered(answer);
  }

  private async answered<Row extends object>(answer: Promise<{ rows: Row[] }>): Promise<Row[]> {
    try {
      return (await answer).rows;
    } catch (error) {
      // Of what follows a failure PostgreSQL only says that the transaction is aborted.
      const first = this.failure ?? error;
      this.failure = undefined;
      throw first;
    }
  }

  write(statement: Statement, values: readonly unknown[] = []): void {
    this.hold({ statement, values });
  }

  attach(attachment: Attachment, values: readonly unknown[]): void {
    this.checkOpen();
    const isFull = this.attached.length === MOST_ATTACHED;
    if (isFull || (this.held !== undefined && !canCarry(this.held.statement))) this.flush();
    this.attached.push({ attachment, values });
  }

  /** @throws the first failure of a write: nothing is kept then */
  async commit(): Promise<void> {
    if (this.committed !== undefined) return this.committed;
    this.checkOpen();
    if (!this.hasBegun) return this.commitAlone();
    this.flush();
    return this.end();
  }

  private async end(): Promise<void> {
    const ending = this.submit('COMMIT');
    this.hasEnded = true;
    // PostgreSQL answers the commit of an aborted transaction with ROLLBACK, and no error.
    const { command } = await ending;
    if (this.failure !== undefined) throw this.failure;
    if (command !== 'COMMIT') throw new Error(`the transaction ended with ${command}`);
  }

  async rollback(): Promise<void> {
    if (this.hasEnded) return;
    this.hasEnded = true;
    if (this.hasBegun) await this.submit('ROLLBACK');
  }

  /** One statement is a transaction of its own. */
  private async commitAlone(): Promise<void> {
    this.hasEnded = true;
    const isAnything = this.held !== undefined || this.attached.length > 0;
    if (isAnything) await this.submit(toQuery(this.take()));
  }

  /** Sends what was held before. */
  private hold(call: Call): void {
    this.checkOpen();
    if (this.held !== undefined || !canCarry(call.statement)) this.flush();
    this.held = call;
  }

  /** What is held, with what is attached to it. */
  private take(): Call {
    const { held, attached } = this;
    this.held = undefined;
    this.attached = [];
    const laden = attached.reduce<Call | undefined>((call, { attachment, values }) => {
      return carry(call, attachment, values);
    }, held);
    if (laden === undefined) throw new Error('nothing is held');
    return laden;
  }

  private flush(): void {
    if (this.held === undefined && this.attached.length === 0) return;
    // Answers come in the order of the questions: this is noted before the answer to what follows.
    this.send(this.take()).catch((error: Error) => {
      this.failure ??= error;
    });
  }

  private send<Row extends object>(call: Call) {
    if (!this.hasBegun) {
      this.hasBegun = true;
      this.submit('BEGIN').catch(() => undefined);
    }
    return this.submit<Row>(toQuery(call));
  }

  private submit<Row extends object>(query: string | ReturnType<typeof toQuery>) {
    this.gather();
    return this.client.query<Row>(query as never);
  }

  private checkOpen(): void {
    if (this.hasEnded) throw new Error('the transaction has ended');
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

function toQuery({ statement, values }: Call) {
  return { ...statement, values: [...values] };
}
