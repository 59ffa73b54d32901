import { Injectable } from '@nestjs/common';
import { Database, sql, type Transaction } from '#platform';
import { type TimelineEntry, TimelineStore } from '../timeline/timeline-store.ts';
import { entryValues, insertEntry } from './timeline-columns.ts';

const add = sql('add-timeline-entry', insertEntry(1));

const newest = sql(
  'newest-timeline-entries',
  'SELECT id, at, kind, text, facts FROM timeline_entries WHERE principal_id = $1 ORDER BY id DESC LIMIT $2',
);

const before = sql(
  'timeline-entries-before',
  `SELECT id, at, kind, text, facts FROM timeline_entries WHERE principal_id = $1 AND id < $3
   ORDER BY id DESC LIMIT $2`,
);

@Injectable()
export class PostgresTimelineStore extends TimelineStore {
  constructor(private readonly database: Database) {
    super();
  }

  add(tx: Transaction, principalId: string, entry: TimelineEntry): void {
    tx.write(add, entryValues(principalId, entry));
  }

  async page(principalId: string, limit: number, from?: string): Promise<TimelineEntry[]> {
    return from === undefined
      ? this.database.read<TimelineEntry>(newest, [principalId, limit])
      : this.database.read<TimelineEntry>(before, [principalId, limit, from]);
  }
}
