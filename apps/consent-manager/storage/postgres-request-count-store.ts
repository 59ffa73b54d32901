import { Injectable } from '@nestjs/common';
import type { Instant } from '#domain';
import { Database, sql } from '#platform';
import { firstIdAt } from '#protocol';
import { spansPerFold } from '../operator-console/decision-times.ts';
import { RequestCountStore } from '../operator-console/request-count-store.ts';
import type { CountedRequests, RequestCounts } from '../operator-console/request-counts.ts';

const secondsToDecide = 'greatest(0, extract(epoch FROM r.decided_at - r.asked_at)::float8)';
const dayAsked = `to_char(r.asked_at AT TIME ZONE 'UTC', 'YYYY-MM-DD')`;

/** Handles begin with the time they were asked at: requests need no other index, and of consents the narrowed alone. */
const count = sql(
  'count-consent-requests',
  `SELECT ${dayAsked} AS day, r.state, c.handle IS NOT NULL AS "isNarrowed", count(*)::int AS count,
     CASE WHEN r.state IN ('APPROVED', 'REJECTED') THEN floor(${spansPerFold} * ln(1 + ${secondsToDecide}))::int END AS span
   FROM consent_requests r LEFT JOIN consents c
     ON c.handle = r.handle AND c.handle >= $1 AND c.handle < $2 AND c.narrowed_from::text <> '[]'
   WHERE r.handle >= $1 AND r.handle < $2
   GROUP BY 1, 2, 3, 5`,
);

const listOpenDays = sql(
  'open-days-of-consent-requests',
  `SELECT DISTINCT ${dayAsked} AS day FROM consent_requests r WHERE r.state = 'PENDING'`,
);

const listKept = sql(
  'kept-consent-request-counts',
  'SELECT day::text AS day, counts FROM request_counts WHERE day >= $1::date',
);

const keep = sql(
  'keep-consent-request-counts',
  'INSERT INTO request_counts (day, counts) VALUES ($1, $2) ON CONFLICT DO NOTHING',
);

@Injectable()
export class PostgresRequestCountStore extends RequestCountStore {
  constructor(private readonly database: Database) {
    super();
  }

  count(from: Instant, until: Instant): Promise<CountedRequests[]> {
    return this.database.read<CountedRequests>(count, [firstIdAt(from), firstIdAt(until)]);
  }

  async listOpenDays(): Promise<string[]> {
    return (await this.database.read<{ day: string }>(listOpenDays)).map(({ day }) => day);
  }

  listKept(fromDay: string): Promise<{ day: string; counts: RequestCounts }[]> {
    return this.database.read<{ day: string; counts: RequestCounts }>(listKept, [fromDay]);
  }

  async keep(day: string, counts: RequestCounts): Promise<void> {
    await this.database.read(keep, [day, JSON.stringify(counts)]);
  }
}
