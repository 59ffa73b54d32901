import { Injectable } from '@nestjs/common';
import type { Instant } from '#domain';
import { Database, insertTrail, type PreparedTrail, sql, type Transaction } from '#platform';
import type { ConsentRequest } from '../consent-requests/consent-request.ts';
import { ConsentRequestStore, type RequestEnd } from '../consent-requests/consent-request-store.ts';
import type { TimelineEntry } from '../timeline/timeline-store.ts';

const columns = `handle, request_id AS "requestId", data_user AS "dataUser", principal_id AS "principalId", terms,
  terms_digest AS "termsDigest", notice, may_be_narrowed AS "mayBeNarrowed", state, asked_at AS "askedAt",
  expires_at AS "expiresAt", consent_id AS "consentId", reason, decided_at AS "decidedAt"`;

const add = sql(
  'add-consent-request',
  `WITH person AS (SELECT id, has_standing_choices AS decides FROM principals WHERE id = $1), told AS (
     INSERT INTO timeline_entries (id, principal_id, at, kind, text, facts)
     SELECT $2, person.id, $3, $4, $5, $6 FROM person
   ), noted AS (${insertTrail(17)})
   INSERT INTO consent_requests (handle, request_id, data_user, principal_id, terms, terms_digest, notice,
     may_be_narrowed, state, asked_at, expires_at, write_at, choose_at)
   VALUES ($7, $8, $9, (SELECT id FROM person), $10, $11, $12, $13, $14, $15, $16,
     (SELECT $15::timestamptz FROM person WHERE NOT decides), (SELECT $15::timestamptz FROM person WHERE decides))`,
);

const find = sql(
  'find-consent-request',
  `SELECT ${columns} FROM consent_requests WHERE handle = $1 AND principal_id = $2`,
);

const newestOf = sql(
  'newest-consent-requests-of',
  `SELECT ${columns} FROM consent_requests WHERE principal_id = $1 ORDER BY handle DESC LIMIT $2`,
);

const beforeOf = sql(
  'consent-requests-of-before',
  `SELECT ${columns} FROM consent_requests WHERE principal_id = $1 AND handle < $3 ORDER BY handle DESC LIMIT $2`,
);

const lock = sql(
  'lock-consent-request',
  `SELECT ${columns} FROM consent_requests WHERE handle = $1 AND principal_id = $2 FOR NO KEY UPDATE`,
);

const lockExpired = sql(
  'lock-expired-consent-requests',
  `SELECT ${columns} FROM consent_requests WHERE state = 'PENDING' AND expires_at <= $1
   ORDER BY expires_at LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED`,
);

const end = sql(
  'end-consent-request',
  'UPDATE consent_requests SET state = $2, decided_at = $3, reason = $4, write_at = NULL WHERE handle = $1',
);

const forgetOfNobody = sql(
  'forget-consent-requests-of-nobody',
  `DELETE FROM consent_requests WHERE handle IN (
     SELECT handle FROM consent_requests WHERE principal_id IS NULL AND expires_at < $1 AND state <> 'PENDING'
     LIMIT 5000) RETURNING 1 AS one`,
);

@Injectable()
export class PostgresConsentRequestStore extends ConsentRequestStore {
  constructor(private readonly database: Database) {
    super();
  }

  add(tx: Transaction, request: ConsentRequest, principal: string, entry: TimelineEntry, noted: PreparedTrail): void {
    const { handle, requestId, dataUser, termsDigest, mayBeNarrowed, state, askedAt, expiresAt } = request;
    tx.write(add, [
      principal,
      entry.id,
      entry.at,
      entry.kind,
      entry.text,
      JSON.stringify(entry.facts),
      handle,
      requestId,
      dataUser,
      JSON.stringify(request.terms),
      termsDigest,
      JSON.stringify(request.notice),
      mayBeNarrowed,
      state,
      askedAt,
      expiresAt,
      ...noted.values,
    ]);
    this.database.afterCommit(tx, noted.begin);
  }

  async find(handle: string, principalId: string): Promise<ConsentRequest | undefined> {
    return (await this.database.read<ConsentRequest>(find, [handle, principalId]))[0];
  }

  async listOf(principalId: string, limit: number, before?: string): Promise<ConsentRequest[]> {
    return before === undefined
      ? this.database.read<ConsentRequest>(newestOf, [principalId, limit])
      : this.database.read<ConsentRequest>(beforeOf, [principalId, limit, before]);
  }

  async lock(tx: Transaction, handle: string, principalId: string): Promise<ConsentRequest | undefined> {
    return (await tx.query<ConsentRequest>(lock, [handle, principalId]))[0];
  }

  async lockExpired(tx: Transaction, now: Instant, limit: number): Promise<ConsentRequest[]> {
    return tx.query<ConsentRequest>(lockExpired, [now, limit]);
  }

  end(tx: Transaction, handle: string, { state, now, reason }: RequestEnd): void {
    tx.write(end, [handle, state, now, reason ?? null]);
  }

  async forgetOfNobody(expiredBefore: Instant): Promise<number> {
    return (await this.database.read(forgetOfNobody, [expiredBefore])).length;
  }
}
