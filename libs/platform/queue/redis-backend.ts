import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BackendFactory, createRedisBackend } from 'bullmq';
import type { OpenBackend, QueueBackend } from './queue-backend.ts';
import { answersSoon, connectRedis, type RedisConnection } from './redis-connection.ts';

/** A start waits so long for a Redis that is away, and then goes on without. */
const START_PATIENCE_MS = 2000;
const CLOSE_PATIENCE_MS = 1000;

/** Jobs in Redis, Valkey or a Redis Cluster. What it loses, the sweeps find again in the database. */
export class RedisQueues implements QueueBackend {
  readonly opened: Promise<OpenBackend>;
  private readonly stopping = new AbortController();
  private connection: RedisConnection | undefined;
  private open: OpenBackend | undefined;

  private constructor(prefix: string, url: string) {
    this.opened = new Promise((resolve, reject) => {
      connectRedis(url, this.stopping.signal).then((connection) => {
        if (connection === undefined) return;
        this.connection = connection;
        this.open = { factory: createRedisBackend as unknown as BackendFactory, connection, prefix, isApart: true };
        resolve(this.open);
      }, reject);
    });
    this.opened.catch(() => undefined);
  }

  /** @param owner tells apart those that share one Redis: the same for all replicas of a role, and for nobody else */
  static async open(owner: string, url: string): Promise<RedisQueues> {
    const digest = createHash('sha256').update(owner).digest('hex').slice(0, 16);
    // Braces keep the keys of a role on one node of a Redis Cluster.
    const queues = new RedisQueues(`{assent-${digest}}`, url);
    await Promise.race([queues.opened, sleep(START_PATIENCE_MS)]);
    return queues;
  }

  current(): OpenBackend | undefined {
    return this.connection?.status === 'ready' ? this.open : undefined;
  }

  async isReady(): Promise<boolean> {
    return this.connection !== undefined && answersSoon(this.connection);
  }

  async close(): Promise<void> {
    this.stopping.abort();
    const { connection } = this;
    if (connection?.status === 'ready') {
      await Promise.race([connection.quit().catch(() => undefined), sleep(CLOSE_PATIENCE_MS)]);
    }
    connection?.disconnect();
  }
}
