import { Injectable } from '@nestjs/common';
import { sql, type Transaction } from '#platform';
import { type Release, ReleaseStore } from '../data-sessions/release-store.ts';

const record = sql(
  'record-release',
  'INSERT INTO releases (session_id, ground, released_to, released_at, contents) VALUES ($1, $2, $3, $4, $5)',
);

@Injectable()
export class PostgresReleaseStore extends ReleaseStore {
  async record(tx: Transaction, { sessionId, ground, to, releasedAt, contents }: Release): Promise<void> {
    await tx.query(record, [sessionId, JSON.stringify(ground), to, releasedAt, JSON.stringify(contents)]);
  }
}
