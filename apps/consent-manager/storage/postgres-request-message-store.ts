import { Injectable } from '@nestjs/common';
import type { Instant } from '#domain';
import { Database, sql } from '#platform';
import { RequestMessageStore, type TakeBounds, type TakenRequest } from '../request-messages/request-message-store.ts';

const due = "write_at IS NOT NULL AND state = 'PENDING' AND write_at <= $1 AND expires_at > $1";

// Counted in one order of people, so that two who count at once wait for each other and not both.
const take = sql(
  'take-requests-to-write-about',
  `WITH people AS (
     SELECT DISTINCT principal_id FROM (
       SELECT principal_id FROM consent_requests WHERE ${due} ORDER BY write_at LIMIT $2) AS first
   ), taken AS (
     SELECT handle, principal_id FROM consent_requests
     WHERE ${due} AND principal_id IN (SELECT principal_id FROM people)
     ORDER BY handle LIMIT $3 FOR NO KEY UPDATE SKIP LOCKED
   ), counted AS (
     INSERT INTO act_counts AS known (act, subject, window_ends_at, times)
     SELECT DISTINCT 'request-message', principal_id, $5::timestamptz, 1 FROM taken WHERE $4::int > 0
     ORDER BY principal_id
     ON CONFLICT (act, subject, window_ends_at) DO UPDATE SET times = known.times + 1 WHERE known.times < $4::int
     RETURNING subject
   )
   UPDATE consent_requests r SET write_at = CASE WHEN counted.subject IS NULL THEN $5 ELSE $6::timestamptz END
   FROM taken LEFT JOIN counted ON counted.subject = taken.principal_id
   WHERE r.handle = taken.handle
   RETURNING r.handle, r.data_user AS "dataUser", r.expires_at AS "expiresAt", r.principal_id AS "principalId",
     counted.subject IS NOT NULL AS "mayWrite",
     (SELECT coalesce(json_agg(json_build_object('rule', v.rule)), '[]') FROM standing_choices c
      JOIN standing_choice_versions v ON v.choice_id = c.id AND v.version = c.version
      WHERE c.principal_id = r.principal_id AND c.is_on AND c.removed_at IS NULL
        AND v.rule ->> 'kind' = 'quiet-hours') AS quiet`,
);

const putOff = sql(
  'put-off-writing',
  "UPDATE consent_requests SET write_at = $2 WHERE handle = ANY ($1::uuid[]) AND state = 'PENDING'",
);

const markWritten = sql('mark-written', 'UPDATE consent_requests SET write_at = NULL WHERE handle = ANY($1::uuid[])');

@Injectable()
export class PostgresRequestMessageStore extends RequestMessageStore {
  constructor(private readonly database: Database) {
    super();
  }

  take(now: Instant, { people, requests, messages, windowEndsAt, until }: TakeBounds): Promise<TakenRequest[]> {
    return this.database.read<TakenRequest>(take, [now, people, requests, messages, windowEndsAt, until]);
  }

  async putOff(handles: readonly string[], until: Instant): Promise<void> {
    await this.database.read(putOff, [handles, until]);
  }

  async markWritten(handles: readonly string[]): Promise<void> {
    await this.database.read(markWritten, [handles]);
  }
}
