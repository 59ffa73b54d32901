import type { RoleSettings } from '../settings/role-settings.ts';
import { PostgresQueues } from './postgres-backend.ts';
import type { QueueBackend } from './queue-backend.ts';
import { RedisQueues } from './redis-backend.ts';

export type QueueSettings = Pick<RoleSettings, 'REDIS_URL' | 'DATABASE_URL' | 'PARTICIPANT_ID'>;

/** Redis where REDIS_URL is set, else a schema of its own in the role's database, made if absent. */
export async function openQueueBackend(schema: string, settings: QueueSettings): Promise<QueueBackend> {
  const { REDIS_URL, DATABASE_URL, PARTICIPANT_ID } = settings;
  return REDIS_URL === undefined
    ? PostgresQueues.open(schema, DATABASE_URL)
    : RedisQueues.open(`${schema}-${PARTICIPANT_ID}`, REDIS_URL);
}
