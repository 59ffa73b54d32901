import { afterAll, beforeAll, describe } from 'vitest';
import { createTestDatabase, hasRedis, startTestRedis, startTestRedisCluster } from '#testing';
import { contractOfJobQueues } from './job-queues.contract.ts';
import { openJobQueues } from './queue.module.ts';

describe.skipIf(!hasRedis)('(needs redis-server)', () => {
  let url = '';
  let stop: () => Promise<void>;

  /** Each test has a participant of its own, and so keys of its own. */
  let participants = 0;
  const create = async () => {
    const database = await createTestDatabase();
    participants += 1;
    const id = `https://clinic-${participants}.example`;
    return {
      open: () =>
        openJobQueues('clinic', {
          PARTICIPANT_ID: id,
          DATABASE_URL: database.url,
          REDIS_URL: url,
          RUN: ['http', 'jobs'],
          QUEUE_LOCK_SECONDS: 2,
          STOP_TIMEOUT_SECONDS: 5,
        }),
      drop: database.drop,
    };
  };

  describe('one server', () => {
    beforeAll(async () => {
      const redis = await startTestRedis();
      url = redis.url;
      stop = redis.stop;
    });
    afterAll(() => stop());
    contractOfJobQueues('Redis', create);
  });

  describe('three primaries', () => {
    beforeAll(async () => {
      const cluster = await startTestRedisCluster();
      url = cluster.urls[1] ?? '';
      stop = cluster.stop;
    });
    afterAll(() => stop());
    contractOfJobQueues('a Redis Cluster', create);
  });
});
