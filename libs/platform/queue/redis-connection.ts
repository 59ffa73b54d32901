import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { Cluster, Redis, type RedisOptions } from 'ioredis';

export type RedisConnection = Redis | Cluster;

const logger = new Logger('Queues');
const LONGEST_PAUSE_MS = 500;
const ANSWER_WITHIN_MS = 1000;

const pause = (times: number) => Math.min(times * 50, LONGEST_PAUSE_MS);

const options = {
  // BullMQ asks for it: a command that waits for a job waits until one comes, whatever happens meanwhile.
  maxRetriesPerRequest: null,
  retryStrategy: pause,
  connectTimeout: 3000,
  keepAlive: 5000,
  // After a failover the old primary only reads; the next connection finds the new one.
  reconnectOnError: (error: Error) => error.message.startsWith('READONLY'),
} satisfies RedisOptions;

/**
 * Connects as often as it takes: Redis may be away now. Whether it is one server or a Redis Cluster, it says itself.
 *
 * @param url `redis://` or `rediss://` (TLS); of a cluster, any of its nodes
 * @param stopped ends the waiting
 * @returns undefined where it was stopped
 */
export async function connectRedis(url: string, stopped: AbortSignal): Promise<RedisConnection | undefined> {
  const single = new Redis(url, { ...options, lazyConnect: true });
  complainOnce(single);
  single.connect().catch(() => undefined);
  try {
    await becomesReady(single, stopped);
    // Where an access list forbids the question, it is taken for one server.
    const info = readInfo(await single.info().catch(() => ''));
    warnOf(info);
    if (info.get('cluster_enabled') !== '1') return single;
    const cluster = openCluster(single.options);
    single.disconnect();
    await becomesReady(cluster, stopped);
    return cluster;
  } catch (error) {
    single.disconnect();
    if (stopped.aborted) return undefined;
    throw error;
  }
}

/** Whether it answers now, and soon. */
export async function answersSoon(connection: RedisConnection): Promise<boolean> {
  if (connection.status !== 'ready') return false;
  const ping = connection.ping().then(
    () => true,
    () => false,
  );
  return Promise.race([ping, sleep(ANSWER_WITHIN_MS, false, { ref: false })]);
}

/** However many errors come before. @throws where it is stopped */
function becomesReady(connection: RedisConnection, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (connection.status === 'ready') return resolve();
    connection.once('ready', resolve);
    stopped.addEventListener('abort', () => {
      connection.disconnect();
      reject(stopped.reason);
    });
  });
}

function openCluster({ host = '127.0.0.1', port = 6379, username, password, tls }: RedisOptions): Cluster {
  const cluster = new Cluster([{ host, port }], {
    clusterRetryStrategy: pause,
    redisOptions: {
      ...options,
      ...(username !== undefined && { username }),
      ...(password !== undefined && { password }),
      ...(tls !== undefined && { tls }),
    },
    // Where TLS is spoken, nodes are called by the names in their certificates.
    ...(tls !== undefined && { dnsLookup: (address, found) => found(null, address) }),
  });
  complainOnce(cluster);
  return cluster;
}

/** Once each time it goes away, however often it is tried again. */
function complainOnce(connection: RedisConnection): void {
  let isAway = false;
  connection.on('error', (error: Error) => {
    if (!isAway) logger.warn(`Redis is away; it is tried again until it is back: ${error.message}`);
    isAway = true;
  });
  connection.on('ready', () => {
    if (isAway) logger.log('Redis is back');
    isAway = false;
  });
}

function readInfo(text: string): ReadonlyMap<string, string> {
  const lines = text.split(/\r?\n/).map((line) => line.split(':'));
  return new Map(lines.map(([name = '', ...value]) => [name, value.join(':')]));
}

function warnOf(info: ReadonlyMap<string, string>): void {
  const policy = info.get('maxmemory_policy');
  if (policy !== undefined && policy !== 'noeviction') {
    logger.warn(
      `Redis evicts keys when it is full (maxmemory-policy ${policy}): jobs wait for the next sweep; set it to noeviction`,
    );
  }
}
