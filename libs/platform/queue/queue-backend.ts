import { Logger } from '@nestjs/common';
import { type BackendFactory, createRedisBackend, PostgresConnection, PostgresQueueBackend } from 'bullmq';
import { Redis } from 'ioredis';
import type { RoleSettings } from '../settings/role-settings.ts';

/** Where BullMQ keeps jobs, over connections that all queues of a role share. */
export interface QueueBackend {
  readonly factory: BackendFactory;
  readonly connection: object;
  readonly prefix: string;
  close(): Promise<void>;
}

export type QueueSettings = Pick<RoleSettings, 'REDIS_URL' | 'DATABASE_URL'>;

const logger = new Logger('Queues');
/** For queries; each role has one connection more, on which it hears of new jobs. */
const POOL_SIZE = 4;

/** Redis where REDIS_URL is set, else a schema of its own in the role's database, made if absent. */
export async function openQueueBackend(schema: string, settings: QueueSettings): Promise<QueueBackend> {
  return settings.REDIS_URL === undefined
    ? openPostgres(schema, settings.DATABASE_URL)
    : openRedis(schema, settings.REDIS_URL);
}

async function openPostgres(schema: string, connectionString: string): Promise<QueueBackend> {
  const connection = new PostgresConnection({
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
  const factory = ((name, options) => new SharedPostgresBackend(connection, name, options as never)) as BackendFactory;
  return { factory, connection: {}, prefix: '', close: () => connection.close() };
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

async function openRedis(schema: string, url: string): Promise<QueueBackend> {
  const connection = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true });
  connection.on('error', (error) => logger.warn(`the Redis connection failed: ${error.message}`));
  await connection.connect();
  return {
    factory: createRedisBackend as unknown as BackendFactory,
    connection,
    // Braces keep the keys of a role on one node of a Redis Cluster.
    prefix: `{assent-${schema}}`,
    close: async () => {
      await connection.quit();
    },
  };
}
