import { Injectable } from '@nestjs/common';
import type { Instant, SessionState } from '#domain';
import { Database, sql, type Transaction } from '#platform';
import type { DataSession } from '../data-sessions/data-session.ts';
import { DataSessionStore, type ReceivedStatement, type SentStatement } from '../data-sessions/data-session-store.ts';

const sessions = `SELECT s.id, s.data_request_id AS "dataRequestId", s.consent_id AS "consentId",
    c.principal_id AS "principalId", c.data_user AS "dataUser", s.data_provider AS "dataProvider",
    r.requested_at AS "requestedAt", s.data_types AS "dataTypes", r.data_range AS "dataRange", s.state,
    s.expires_at AS "expiresAt", s.ended_at AS "endedAt", s.sent_at AS "sentAt", s.sent_digest AS "sentDigest",
    s.served, s.received_at AS "receivedAt", s.received_digest AS "receivedDigest", s.records,
    s.erase_by AS "eraseBy", s.erased_at AS "erasedAt", s.mismatched_at AS "mismatchedAt"
  FROM data_sessions s JOIN data_requests r ON r.id = s.data_request_id JOIN consents c ON c.id = s.consent_id`;

const lock = sql('lock-data-session', `${sessions} WHERE s.id = $1 FOR UPDATE OF s`);

const holdConsent = sql(
  'hold-consent-of-session',
  'SELECT c.id FROM data_sessions s JOIN consents c ON c.id = s.consent_id WHERE s.id = $1 FOR SHARE OF c',
);

const recordSent = sql(
  'record-data-session-sent',
  `UPDATE data_sessions SET sent_at = $2, sent_digest = $3, served = $4, state = $5,
     confirm_by = CASE WHEN received_at IS NULL THEN $6::timestamptz END WHERE id = $1`,
);

const recordReceived = sql(
  'record-data-session-received',
  `UPDATE data_sessions SET received_at = $2, received_digest = $3, records = $4, erase_by = $5,
     confirm_by = CASE WHEN sent_at IS NULL THEN $6::timestamptz END WHERE id = $1`,
);

const recordMismatch = sql('record-data-session-mismatch', 'UPDATE data_sessions SET mismatched_at = $2 WHERE id = $1');

// The request's row is the lock: of two last sessions at once, the second sees the first.
const lockRequest = sql('lock-data-request', 'SELECT id FROM data_requests WHERE id = $1 FOR NO KEY UPDATE');

const returnUse = sql(
  'return-use',
  `UPDATE data_requests SET returned_at = $2 WHERE id = $1 AND returned_at IS NULL AND NOT EXISTS (
     SELECT FROM data_sessions WHERE data_request_id = $1 AND served IS DISTINCT FROM 0) RETURNING id`,
);

const lockLapsed = sql(
  'lock-lapsed-data-sessions',
  `${sessions} WHERE s.ended_at IS NULL AND s.expires_at <= $1
   ORDER BY s.expires_at LIMIT $2 FOR UPDATE OF s SKIP LOCKED`,
);

const lockUnconfirmed = sql(
  'lock-unconfirmed-data-sessions',
  `${sessions} WHERE s.confirm_by <= $1 ORDER BY s.confirm_by LIMIT $2 FOR UPDATE OF s SKIP LOCKED`,
);

const stopWaiting = sql('stop-waiting-for-word', 'UPDATE data_sessions SET confirm_by = NULL WHERE id = $1');

const end = sql('end-data-session', 'UPDATE data_sessions SET state = $2, ended_at = $3 WHERE id = $1');

const ofConsent = sql('data-sessions-of-consent', `${sessions} WHERE s.consent_id = $1 ORDER BY s.id DESC LIMIT $2`);

const countOverdue = sql(
  'count-overdue-erasures',
  `SELECT consent_id, count(*) AS overdue FROM data_sessions
   WHERE consent_id = ANY($1::uuid[]) AND erased_at IS NULL AND erase_by < $2 GROUP BY consent_id`,
);

@Injectable()
export class PostgresDataSessionStore extends DataSessionStore {
  constructor(private readonly database: Database) {
    super();
  }

  async lock(tx: Transaction, id: string): Promise<DataSession | undefined> {
    return (await tx.query<DataSession>(lock, [id]))[0];
  }

  async lockUnderConsent(tx: Transaction, id: string): Promise<DataSession | undefined> {
    await tx.query(holdConsent, [id]);
    return this.lock(tx, id);
  }

  async recordSent(tx: Transaction, id: string, sent: SentStatement): Promise<void> {
    const { manifestDigest, served, state, at, confirmBy } = sent;
    await tx.query(recordSent, [id, at, manifestDigest, served, state, confirmBy]);
  }

  async recordReceived(tx: Transaction, id: string, received: ReceivedStatement): Promise<void> {
    const { manifestDigest, records, receivedAt, eraseBy, confirmBy } = received;
    await tx.query(recordReceived, [id, receivedAt, manifestDigest, records, eraseBy, confirmBy]);
  }

  async recordMismatch(tx: Transaction, id: string, now: Instant): Promise<void> {
    await tx.query(recordMismatch, [id, now]);
  }

  async returnUse(tx: Transaction, dataRequestId: string, now: Instant): Promise<boolean> {
    await tx.query(lockRequest, [dataRequestId]);
    return (await tx.query(returnUse, [dataRequestId, now])).length === 1;
  }

  async lockUnconfirmed(tx: Transaction, now: Instant, limit: number): Promise<DataSession[]> {
    return tx.query<DataSession>(lockUnconfirmed, [now, limit]);
  }

  async stopWaiting(tx: Transaction, id: string): Promise<void> {
    await tx.query(stopWaiting, [id]);
  }

  async lockLapsed(tx: Transaction, now: Instant, limit: number): Promise<DataSession[]> {
    return tx.query<DataSession>(lockLapsed, [now, limit]);
  }

  async end(tx: Transaction, id: string, state: SessionState, now: Instant): Promise<void> {
    await tx.query(end, [id, state, now]);
  }

  async ofConsent(consentId: string, limit: number): Promise<DataSession[]> {
    return this.database.read<DataSession>(ofConsent, [consentId, limit]);
  }

  async countOverdue(consentIds: readonly string[], now: Instant): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.read<{ consent_id: string; overdue: number }>(countOverdue, [consentIds, now]);
    return new Map(rows.map(({ consent_id, overdue }) => [consent_id, overdue]));
  }
}
