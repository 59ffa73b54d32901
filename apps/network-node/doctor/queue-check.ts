import { Redis } from 'ioredis';
import type { ExaminedRole } from './examined-role.ts';
import { type Finding, good, problem, reasonOf, warning } from './finding.ts';

const PATIENCE_MS = 5000;

/** Where REDIS_URL is set: does it answer, and does it keep what it is given? */
export async function checkQueues({ settings }: ExaminedRole): Promise<Finding[]> {
  const { REDIS_URL } = settings;
  if (REDIS_URL === undefined) return [];
  const redis = new Redis(REDIS_URL, {
    lazyConnect: true,
    connectTimeout: PATIENCE_MS,
    commandTimeout: PATIENCE_MS,
    retryStrategy: () => null,
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    const policy = /^maxmemory_policy:(.*)$/m.exec(await redis.info('memory'))?.[1]?.trim();
    const answers = good('redis', 'Redis answers');
    if (policy === undefined || policy === 'noeviction') return [answers];
    const message = `Redis drops keys when it is full (maxmemory-policy ${policy}): jobs wait for the next sweep`;
    return [answers, warning('redis-evicts', message, 'set maxmemory-policy to noeviction')];
  } catch (error) {
    const { host } = new URL(REDIS_URL);
    const message = `Redis at ${host} cannot be used (${reasonOf(error)})`;
    return [problem('redis-unreachable', message, 'start Redis there, or correct REDIS_URL')];
  } finally {
    redis.disconnect();
  }
}
