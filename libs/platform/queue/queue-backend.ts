import type { BackendFactory } from 'bullmq';
import type { RoleSettings } from '../settings/role-settings.ts';
import { PostgresQueues } from './postgres-backend.ts';
import { RedisQueues } from './redis-backend.ts';

/** What BullMQ is given to keep jobs in, over connections that all queues of a role share. */
export interface OpenBackend {
  readonly factory: BackendFactory;
  readonly connection: object;
  readonly prefix: string;
  /** Whether it can be away, or silent, while the role's database is there. */
  readonly isApart: boolean;
}

/** Where BullMQ keeps jobs. It may be away: at the start, and at any time after it. */
export interface QueueBackend {
  /** Once it was there for the first time; never where it is closed before. */
  readonly opened: Promise<OpenBackend>;
  /** Undefined while it is away, as far as is known without asking it. */
  current(): OpenBackend | undefined;
  /** Asks it. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

export type QueueSettings = Pick<RoleSettings, 'REDIS_URL' | 'DATABASE_URL' | 'PARTICIPANT_ID'>;

/** Redis where REDIS_URL is set, else a schema of its own in the role's database, made if absent. */
export async function openQueueBackend(schema: string, settings: QueueSettings): Promise<QueueBackend> {
  const { REDIS_URL, DATABASE_URL, PARTICIPANT_ID } = settings;
  return REDIS_URL === undefined
    ? PostgresQueues.open(schema, DATABASE_URL)
    : RedisQueues.open(`${schema}-${PARTICIPANT_ID}`, REDIS_URL);
}
