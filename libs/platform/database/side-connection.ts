import { Logger } from '@nestjs/common';
import { Client } from 'pg';
import type { Statement } from './statement.ts';
import { valueTypes } from './value-types.ts';

/** A busy machine may take long; a connection that leads nowhere is given up all the same. */
const ANSWER_WITHIN_MS = 20_000;
/** A machine that vanished is found out by the server within three seconds, and what its connection held is free. */
const keepAlives =
  '-c tcp_keepalives_idle=1 -c tcp_keepalives_interval=1 -c tcp_keepalives_count=2 -c tcp_user_timeout=3000';

export interface SideConnectionOptions {
  readonly url: string;
  /** As the server's list of connections names it. */
  readonly name: string;
  /** Where unqualified names are looked up. */
  readonly schema: string;
  /** Of the session, beside ours. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * One connection beside the pool, for short questions that must not wait until one in the pool is free. It is opened
 * with the first question, and again with the next one after it was lost.
 */
export class SideConnection {
  private readonly logger = new Logger('Database');
  /** Another one whenever it was opened or lost: what a connection held is lost with it. */
  session = 0;
  private client: Promise<Client> | undefined;
  private opened: Client | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: SideConnectionOptions) {}

  /** One question at a time: those who share it know nothing of each other. */
  ask<Row extends object>(question: Statement, values: readonly unknown[]): Promise<Row[]> {
    const answer = this.last.then(async () => {
      const client = await this.connect();
      try {
        return (await client.query<Row>({ ...question, values: [...values] })).rows;
      } catch (error) {
        // Without a code of PostgreSQL's own it is the connection that failed.
        if (!/^[0-9A-Z]{5}$/.test((error as { code?: string }).code ?? '')) this.drop(client);
        throw error;
      }
    });
    this.last = answer.catch(() => undefined);
    return answer;
  }

  async close(): Promise<void> {
    await this.last;
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
    const { url, name, schema, settings = {} } = this.options;
    const own = Object.entries(settings).map(([setting, value]) => `-c ${setting}=${value}`);
    const client = new Client({
      connectionString: url,
      application_name: name,
      connectionTimeoutMillis: 10_000,
      query_timeout: ANSWER_WITHIN_MS,
      keepAlive: true,
      types: valueTypes,
      options: [`-c search_path=${schema} -c timezone=UTC`, keepAlives, ...own].join(' '),
    });
    client.on('error', (error) => {
      this.logger.warn(`${name}: its connection was lost: ${error.message}`);
      this.forget(client);
    });
    await client.connect();
    this.opened = client;
    this.session += 1;
    return client;
  }

  private drop(client: Client): void {
    this.forget(client);
    client.end().catch(() => undefined);
  }

  /** One that was given up before may say so late: by then there is another, and what that holds is held. */
  private forget(client: Client): void {
    if (this.opened !== client) return;
    this.opened = undefined;
    this.client = undefined;
    this.session += 1;
  }
}
