import { Injectable } from '@nestjs/common';
import type { Instant } from '#domain';
import { Database, sql } from '#platform';
import { ChangeStore, type NewestEntry } from '../changes/change-store.ts';

/** Where more came at once, all kinds are told. */
const shown = 4;

const newest = sql(
  'newest-entries-of-people',
  `SELECT person.id AS "principalId", entry.id, entry.kind FROM unnest($1::text[]) AS person(id)
   CROSS JOIN LATERAL (
     SELECT id, kind FROM timeline_entries WHERE principal_id = person.id ORDER BY id DESC LIMIT ${shown}) AS entry`,
);

const stillOpen = sql(
  'sessions-still-open',
  'SELECT id FROM principal_sessions WHERE id = ANY ($1::uuid[]) AND expires_at > $2',
);

@Injectable()
export class PostgresChangeStore extends ChangeStore {
  constructor(private readonly database: Database) {
    super();
  }

  newest(principalIds: readonly string[]): Promise<NewestEntry[]> {
    return this.database.read<NewestEntry>(newest, [principalIds]);
  }

  async stillOpen(sessionIds: readonly string[], now: Instant): Promise<string[]> {
    return (await this.database.read<{ id: string }>(stillOpen, [sessionIds, now])).map(({ id }) => id);
  }
}
