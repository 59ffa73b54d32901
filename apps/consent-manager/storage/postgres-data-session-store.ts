import { Injectable } from '@nestjs/common';
import type { Instant, SessionFinding, SessionState } from '#domain';
import { Database, sql, type Transaction } from '#platform';
import type { StatedSession } from '../data-sessions/data-session.ts';
import {
  DataSessionStore,
  type ReceivedStatement,
  type SentStatement,
  type SessionUnderConsent,
} from '../data-sessions/data-session-store.ts';
import type { TimelineEntry } from '../timeline/timeline-store.ts';
import { statedColumns } from './data-session-columns.ts';
import { insertTold, toldValues } from './timeline-columns.ts';

const from = 'data_sessions s JOIN consents c ON c.id = s.consent_id';
const sessions = `SELECT ${statedColumns()} FROM ${from}`;

const lock = sql('lock-data-session', `${sessions} WHERE s.id = $1 FOR UPDATE OF s`);

// Locked in the order in which they are named: the consent first, as a revocation does.
const lockUnderConsent = sql(
  'lock-data-session-under-consent',
  `SELECT ${statedColumns()}, c.terms, CASE WHEN c.state = 'REVOKED' THEN c.changed_at END AS "revokedAt"
   FROM ${from} WHERE s.id = $1 FOR SHARE OF c FOR UPDATE OF s`,
);

const recordSent = sql(
  'record-data-session-sent',
  `WITH ${insertTold(10)}
   UPDATE data_sessions SET sent_at = $2, sent_digest = $3, served = $4, state = $5, outcomes = $7, sent_token = $8,
     sent_entry = $9,
     confirm_by = CASE WHEN received_at IS NULL THEN $6::timestamptz END WHERE id = $1`,
);

const recordReceived = sql(
  'record-data-session-received',
  `WITH ${insertTold(10)}
   UPDATE data_sessions SET received_at = $2, received_digest = $3, records = $4, erase_by = $5, misfits = $7,
     received_token = $8, received_entry = $9,
     confirm_by = CASE WHEN sent_at IS NULL THEN $6::timestamptz END WHERE id = $1`,
);

const recordFinding = sql(
  'record-session-finding',
  `UPDATE data_sessions SET finding = $2, finding_version = $3, mismatched_at = coalesce(mismatched_at, $4::timestamptz)
   WHERE id = $1`,
);

const countUnmatched = sql(
  'count-unmatched-data-sessions',
  `SELECT count(*)::int AS count FROM data_sessions WHERE finding <> 'agrees'`,
);

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

  async lock(tx: Transaction, id: string): Promise<StatedSession | undefined> {
    return (await tx.query<StatedSession>(lock, [id]))[0];
  }

  async lockUnderConsent(tx: Transaction, id: string): Promise<SessionUnderConsent | undefined> {
    return (await tx.query<SessionUnderConsent>(lockUnderConsent, [id]))[0];
  }

  recordSent(tx: Transaction, { id, principalId }: StatedSession, sent: SentStatement, entry: TimelineEntry): void {
    const { manifestDigest, served, outcomes, state, at, confirmBy, token, noted } = sent;
    const values = [id, at, manifestDigest, served, state, confirmBy, JSON.stringify(outcomes)];
    tx.write(recordSent, [...values, token, noted.ids[0] ?? null, ...toldValues(principalId, entry, noted)]);
    this.database.afterCommit(tx, noted.begin);
  }

  recordReceived(
    tx: Transaction,
    { id, principalId }: StatedSession,
    received: ReceivedStatement,
    entry: TimelineEntry,
  ): void {
    const { manifestDigest, records, misfits, receivedAt, eraseBy, confirmBy, token, noted } = received;
    const values = [id, receivedAt, manifestDigest, records, eraseBy, confirmBy, misfits];
    tx.write(recordReceived, [...values, token, noted.ids[0] ?? null, ...toldValues(principalId, entry, noted)]);
    this.database.afterCommit(tx, noted.begin);
  }

  recordFinding(tx: Transaction, id: string, finding: SessionFinding, version: number, now: Instant): void {
    tx.write(recordFinding, [id, finding, version, now]);
  }

  async countUnmatched(): Promise<number> {
    return (await this.database.read<{ count: number }>(countUnmatched))[0]?.count ?? 0;
  }

  async returnUse(tx: Transaction, dataRequestId: string, now: Instant): Promise<boolean> {
    tx.write(lockRequest, [dataRequestId]);
    return (await tx.query(returnUse, [dataRequestId, now])).length === 1;
  }

  async lockUnconfirmed(tx: Transaction, now: Instant, limit: number): Promise<StatedSession[]> {
    return tx.query<StatedSession>(lockUnconfirmed, [now, limit]);
  }

  stopWaiting(tx: Transaction, id: string): void {
    tx.write(stopWaiting, [id]);
  }

  async lockLapsed(tx: Transaction, now: Instant, limit: number): Promise<StatedSession[]> {
    return tx.query<StatedSession>(lockLapsed, [now, limit]);
  }

  end(tx: Transaction, id: string, state: SessionState, now: Instant): void {
    tx.write(end, [id, state, now]);
  }

  async countOverdue(consentIds: readonly string[], now: Instant): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.read<{ consent_id: string; overdue: number }>(countOverdue, [consentIds, now]);
    return new Map(rows.map(({ consent_id, overdue }) => [consent_id, overdue]));
  }
}
