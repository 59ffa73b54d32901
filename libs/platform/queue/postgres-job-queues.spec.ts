import { createTestDatabase } from '#testing';
import { contractOfJobQueues } from './job-queues.contract.ts';
import { openJobQueues } from './queue.module.ts';

contractOfJobQueues('PostgreSQL', async () => {
  const { url, drop } = await createTestDatabase();
  return {
    open: () =>
      openJobQueues('clinic', {
        PARTICIPANT_ID: 'https://clinic.example',
        DATABASE_URL: url,
        REDIS_URL: undefined,
        RUN: ['http', 'jobs'],
        QUEUE_LOCK_SECONDS: 2,
        STOP_TIMEOUT_SECONDS: 5,
      }),
    drop,
  };
});
