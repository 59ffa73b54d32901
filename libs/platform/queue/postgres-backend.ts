import { Logger } from '@nestjs/common';
import { type BackendFactory, PostgresConnection, PostgresQueueBackend } from 'bullmq';
import type { OpenBackend, QueueBackend } from './queue-backend.ts';

const logger = new Logger('Queues');
/** For queries; each role has one connection more, on which it hears of new jobs. */
const POOL_SIZE = 4;

/** Jobs in a schema of their own in the role's database. */
export class PostgresQueues implements QueueBackend {
  readonly opened: Promise<OpenBackend>;

  private constructor(
    private readonly connection: PostgresConnection,
    private readonly open: OpenBackend,
  ) {
    this.opened = Promise.resolve(open);
  }

  /** @throws where the database is out of reach */
  static async open(schema: string, connectionString: string): Promise<PostgresQueues> {
    const connection = new SharedConnection({
      connectionString,
      schema: `${schema}_queue`,
      migrate: true,
      max: POOL_SIZE,
      application_name: `assent ${schema} queue`,
      keepAlive: true,
    });
    connection.setMaxListeners(0);
    connection.on('error', (error: Error) => logger.warn(`a queue connection was lost: ${error.message}`));
    try {
      await connection.waitUntilReady();
      // Every waiting worker listens on the one connection.
      await connection
        .getListenClient()
        .then((client) => (client as unknown as { setMaxListeners(n: number): void }).setMaxListeners(0));
    } catch (error) {
      await connection.close();
      throw error;
    }
    const factory = ((name, options) =>
      new SharedPostgresBackend(connection, name, options as never)) as BackendFactory;
    return new PostgresQueues(connection, { factory, connection: {}, prefix: '', isApart: false });
  }

  current(): OpenBackend {
    return this.open;
  }

  /** It is the role's database, which is asked anyway. */
  async isReady(): Promise<boolean> {
    return true;
  }

  close(): Promise<void> {
    return this.connection.close();
  }
}

/** All workers of a role begin to listen at the same moment; pg refuses a query while another runs, from version 9 on. */
class SharedConnection extends PostgresConnection {
  private readonly inTurn = new WeakSet<object>();

  override async getListenClient(): ReturnType<PostgresConnection['getListenClient']> {
    const client = await super.getListenClient();
    if (this.inTurn.has(client)) return client;
    this.inTurn.add(client);
    const query = client.query.bind(client) as (...args: unknown[]) => Promise<never>;
    let last: Promise<unknown> = Promise.resolve();
    client.query = ((...args: unknown[]) => {
      const answer = last.then(() => query(...args));
      last = answer.catch(() => undefined);
      return answer;
    }) as typeof client.query;
    return client;
  }
}

/** BullMQ opens a pool and a listening connection per queue and worker; a role has many, and needs one of each. */
class SharedPostgresBackend extends PostgresQueueBackend {
  override async close(): Promise<void> {
    await this.disconnectBlocking();
  }

  override async disconnect(): Promise<void> {
    await this.disconnectBlocking();
  }
}
