import { Logger } from '@nestjs/common';
import { Client } from 'pg';

/** One connection that holds the locks of all timers of a role: another replica's timer finds its lock taken. */
export class TimerLock {
  private readonly logger = new Logger('Timers');
  private client: Promise<Client> | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly url: string,
    private readonly schema: string,
  ) {}

  /** Does `fn` unless another replica is doing it now. */
  async holding(name: string, fn: () => Promise<void>): Promise<void> {
    const client = await this.connect();
    const key = `assent timer ${this.schema} ${name}`;
    if (!(await this.ask(client, 'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS yes', key))) return;
    try {
      await fn();
    } finally {
      // Where the connection was lost, so was the lock.
      await this.ask(client, 'SELECT pg_advisory_unlock(hashtextextended($1, 0)) AS yes', key).catch(() => undefined);
    }
  }

  /** One question at a time: the connection is shared by timers that know nothing of each other. */
  private ask(client: Client, question: string, key: string): Promise<boolean> {
    const answer = this.last.then(async () => {
      const { rows } = await client.query<{ yes: boolean }>(question, [key]);
      return rows[0]?.yes === true;
    });
    this.last = answer.catch(() => undefined);
    return answer;
  }

  async close(): Promise<void> {
    const client = await this.client?.catch(() => undefined);
    this.client = undefined;
    await client?.end();
  }

  private async connect(): Promise<Client> {
    this.client ??= this.open();
    try {
      return await this.client;
    } catch (error) {
      this.client = undefined;
      throw error;
    }
  }

  private async open(): Promise<Client> {
    const client = new Client({
      connectionString: this.url,
      application_name: `assent ${this.schema} timers`,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    });
    client.on('error', (error) => {
      this.logger.warn(`the connection of the timers was lost: ${error.message}`);
      this.client = undefined;
    });
    await client.connect();
    return client;
  }
}
