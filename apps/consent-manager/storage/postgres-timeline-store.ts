import { Injectable } from '@nestjs/common';
import { Database, sql, type Transaction } from '#platform';
import { type TimelineEntry, type TimelineQuery, TimelineStore } from '../timeline/timeline-store.ts';
import { entryValues, insertEntry } from './timeline-columns.ts';

const add = sql('add-timeline-entry', insertEntry(1));

/** After every other UUID. */
const last = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

const page = sql(
  'page-of-timeline',
  'SELECT id, at, kind, text, facts FROM timeline_entries WHERE principal_id = $1 AND id < $3 ORDER BY id DESC LIMIT $2',
);

// A person's entries are few enough to be looked through one by one.
const chosen = sql(
  'chosen-timeline-entries',
  `SELECT id, at, kind, text, facts FROM timeline_entries
   WHERE principal_id = $1 AND id < $3 AND ($4::text[] IS NULL OR kind = ANY ($4))
     AND ($5::text IS NULL OR facts ->> 'participant' = $5)
     AND ($6::timestamptz IS NULL OR at >= $6) AND ($7::timestamptz IS NULL OR at < $7)
     AND ($8::text IS NULL OR facts ->> 'consentId' = $8)
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

  async page(
    principalId: string,
    { limit, before = last, kinds, participant, from, to, consent }: TimelineQuery,
  ): Promise<TimelineEntry[]> {
    const choice = [kinds, participant, from, to, consent].map((one) => one ?? null);
    return choice.every((one) => one === null)
      ? this.database.read<TimelineEntry>(page, [principalId, limit, before])
      : this.database.read<TimelineEntry>(chosen, [principalId, limit, before, ...choice]);
  }
}
