import { Injectable } from '@nestjs/common';
import type { Instant } from '#domain';
import { Database, sql, type Transaction } from '#platform';
import { ActCountStore, type CountedAct } from '../act-counts/act-count-store.ts';

const count = sql(
  'count-act',
  `INSERT INTO act_counts AS known (act, subject, window_ends_at, times) VALUES ($1, $2, $3, 1)
   ON CONFLICT (act, subject, window_ends_at) DO UPDATE SET times = known.times + 1 WHERE known.times < $4
   RETURNING times`,
);

const giveBack = sql(
  'give-act-back',
  'UPDATE act_counts SET times = times - 1 WHERE act = $1 AND subject = $2 AND window_ends_at = $3 AND times > 0',
);

const forget = sql(
  'forget-act-counts',
  `DELETE FROM act_counts WHERE ctid = ANY (ARRAY(
     SELECT ctid FROM act_counts WHERE window_ends_at <= $1 ORDER BY window_ends_at LIMIT 5000)) RETURNING 1 AS one`,
);

@Injectable()
export class PostgresActCountStore extends ActCountStore {
  constructor(private readonly database: Database) {
    super();
  }

  async count(tx: Transaction, { act, subject, windowEndsAt }: CountedAct, most: number): Promise<number | undefined> {
    if (most < 1) return undefined;
    const [row] = await tx.query<{ times: number }>(count, [act, subject, windowEndsAt, most]);
    return row?.times;
  }

  async giveBack(tx: Transaction, { act, subject, windowEndsAt }: CountedAct): Promise<void> {
    await tx.query(giveBack, [act, subject, windowEndsAt]);
  }

  async forgetEnded(now: Instant): Promise<number> {
    return (await this.database.read(forget, [now])).length;
  }
}
