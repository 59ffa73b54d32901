import { Injectable } from '@nestjs/common';
import type { Instant, SessionFinding, SessionState } from '#domain';
import {
  Database,
  type EventReceipt,
  insertReceipt,
  type PreparedTrail,
  type Statement,
  sql,
  type Transaction,
} from '#platform';
import type { StatedSession } from '../data-sessions/data-session.ts';
import type { KnownSession } from '../data-sessions/data-session-store.ts';
import {
  DataSessionStore,
  type ReceivedStatement,
  type SentStatement,
  type SessionUnderConsent,
} from '../data-sessions/data-session-store.ts';
import { KnownSessions } from '../data-sessions/known-sessions.ts';
import type { TimelineEntry } from '../timeline/timeline-store.ts';
import { statedColumns } from './data-session-columns.ts';
import { insertTold, insertToldOf, toldValues } from './timeline-columns.ts';

const from = 'data_sessions s JOIN consents c ON c.id = s.consent_id';
const sessions = `SELECT ${statedColumns()} FROM ${from}`;

const underConsent = `SELECT ${statedColumns()}, c.terms,
     CASE WHEN c.state = 'REVOKED' THEN c.changed_at END AS "revokedAt" FROM ${from}`;

const lock = sql('lock-data-session', `${sessions} WHERE s.id = $1 FOR UPDATE OF s`);

// Locked in the order in which they are named: the consent first, as a revocation does.
const lockUnderConsent = sql(
  'lock-data-session-under-consent',
  `${underConsent} WHERE s.id = $1 FOR SHARE OF c FOR UPDATE OF s`,
);

/**
 * With the date by which what was sent must be gone: from the terms ($first), or after a revocation ($first + 1). A
 * revocation at the very same moment is seen when the data user has spoken, or nobody waits for it any more.
 */
const sentColumns = (first: number) => `sent_at = $2, sent_digest = $3, served = $4, state = $5, outcomes = $7,
     sent_token = $8, sent_entry = $9, confirm_by = CASE WHEN received_at IS NULL THEN $6::timestamptz END,
     erase_by = coalesce(erase_by, least($${first}::timestamptz, (SELECT c.changed_at + $${first + 1}::interval
       FROM consents c WHERE c.id = consent_id AND c.state = 'REVOKED' AND $${first}::timestamptz IS NOT NULL)))`;
const recordSent = sql(
  'record-data-session-sent',
  `WITH ${insertTold(10)} UPDATE data_sessions SET ${sentColumns(18)} WHERE id = $1`,
);

const receivedColumns = `received_at = $2, received_digest = $3, records = $4, erase_by = $5, misfits = $7,
     received_token = $8, received_entry = $9,
     confirm_by = CASE WHEN sent_at IS NULL THEN $6::timestamptz END`;
const recordReceived = sql(
  'record-data-session-received',
  `WITH ${insertTold(10)} UPDATE data_sessions SET ${receivedColumns} WHERE id = $1`,
);

/** As it is known: a word that is there stays, and whatever else is told of a session counts its version up. */
const standsSo = `s.id = $1 AND s.sent_at IS NOT DISTINCT FROM $21::timestamptz
       AND s.received_at IS NOT DISTINCT FROM $22::timestamptz AND s.state = $23 AND s.finding_version = $24`;
const heard = `${insertToldOf(10, 'heard')}, received AS (${insertReceipt(18, 'heard')}) SELECT id FROM heard`;
const recordSentAlone = sql(
  'record-data-session-sent-alone',
  `WITH heard AS (UPDATE data_sessions s SET ${sentColumns(25)} WHERE ${standsSo} RETURNING s.id), ${heard}`,
);
// The consent is held as `lockUnderConsent` does: no revocation is missed.
const recordReceivedAlone = sql(
  'record-data-session-received-alone',
  `WITH held AS (SELECT FROM consents WHERE id = $25 AND version = $26 FOR SHARE), heard AS (
     UPDATE data_sessions s SET ${receivedColumns} FROM held WHERE ${standsSo} RETURNING s.id
   ), ${heard}`,
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
  `${underConsent} WHERE s.confirm_by <= $1 ORDER BY s.confirm_by LIMIT $2 FOR UPDATE OF s SKIP LOCKED`,
);

const stopWaiting = sql(
  'stop-waiting-for-word',
  `UPDATE data_sessions SET confirm_by = NULL,
     erase_by = CASE WHEN erased_at IS NULL THEN least(erase_by, $2::timestamptz) ELSE erase_by END WHERE id = $1`,
);

const end = sql('end-data-session', 'UPDATE data_sessions SET state = $2, ended_at = $3 WHERE id = $1');

const countOverdue = sql(
  'count-overdue-erasures',
  `SELECT consent_id, count(*) AS overdue FROM data_sessions
   WHERE consent_id = ANY($1::uuid[]) AND erased_at IS NULL AND erase_by < $2 GROUP BY consent_id`,
);

@Injectable()
export class PostgresDataSessionStore extends DataSessionStore {
  constructor(
    private readonly database: Database,
    private readonly known: KnownSessions,
  ) {
    super();
  }

  async lock(tx: Transaction, id: string): Promise<StatedSession | undefined> {
    return (await tx.query<StatedSession>(lock, [id]))[0];
  }

  async lockUnderConsent(tx: Transaction, id: string): Promise<SessionUnderConsent | undefined> {
    return (await tx.query<SessionUnderConsent>(lockUnderConsent, [id]))[0];
  }

  recordSent(tx: Transaction, session: StatedSession, sent: SentStatement, entry: TimelineEntry): void {
    const values = [...sentValues(session, sent, entry), sent.eraseBy, sent.afterRevocation];
    this.record(tx, recordSent, session.id, values, sent.noted);
  }

  recordReceived(tx: Transaction, session: StatedSession, received: ReceivedStatement, entry: TimelineEntry): void {
    this.record(tx, recordReceived, session.id, receivedValues(session, received, entry), received.noted);
  }

  recall(id: string): KnownSession | undefined {
    return this.known.find(id);
  }

  async recordSentAlone(session: KnownSession, sent: SentStatement, entry: TimelineEntry, receipt: EventReceipt) {
    const toErase = [sent.eraseBy, sent.afterRevocation];
    const values = [...sentValues(session, sent, entry), ...receipt, ...standingValues(session), ...toErase];
    const { at: sentAt, manifestDigest: sentDigest, served, state, confirmBy } = sent;
    const waiting = session.receivedAt === null ? confirmBy : null;
    return this.recordAlone(recordSentAlone, values, sent.noted, {
      ...{ ...session, sentAt, sentDigest, served, state, confirmBy: waiting },
    });
  }

  async recordReceivedAlone(
    session: KnownSession,
    received: ReceivedStatement,
    entry: TimelineEntry,
    receipt: EventReceipt,
  ): Promise<boolean> {
    const consent = [session.consentId, session.consentVersion];
    const values = [...receivedValues(session, received, entry), ...receipt, ...standingValues(session), ...consent];
    const { manifestDigest: receivedDigest, records, misfits, receivedAt, confirmBy } = received;
    const waiting = session.sentAt === null ? confirmBy : null;
    return this.recordAlone(recordReceivedAlone, values, received.noted, {
      ...{ ...session, receivedAt, receivedDigest, records, misfits, confirmBy: waiting },
    });
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

  async lockUnconfirmed(tx: Transaction, now: Instant, limit: number): Promise<SessionUnderConsent[]> {
    return tx.query<SessionUnderConsent>(lockUnconfirmed, [now, limit]);
  }

  stopWaiting(tx: Transaction, id: string, eraseBy: Instant | null): void {
    tx.write(stopWaiting, [id, eraseBy]);
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

  private record(tx: Transaction, statement: Statement, id: string, values: unknown[], noted: PreparedTrail): void {
    tx.write(statement, values);
    this.database.afterCommit(tx, noted.begin);
    this.database.afterCommit(tx, () => this.known.forget(id));
  }

  /** @param then the session as it stands once it is written */
  private async recordAlone(
    statement: Statement,
    values: unknown[],
    noted: PreparedTrail,
    then: KnownSession,
  ): Promise<boolean> {
    const isWritten = (await this.database.read(statement, values)).length > 0;
    if (isWritten) {
      noted.begin();
      this.known.keep(then);
    } else this.known.forget(then.id);
    return isWritten;
  }
}

function sentValues({ id, principalId }: StatedSession, sent: SentStatement, entry: TimelineEntry): unknown[] {
  const { manifestDigest, served, outcomes, state, at, confirmBy, token, noted } = sent;
  const values = [id, at, manifestDigest, served, state, confirmBy, JSON.stringify(outcomes)];
  return [...values, token, noted.ids[0] ?? null, ...toldValues(principalId, entry, noted)];
}

function receivedValues(
  { id, principalId }: StatedSession,
  received: ReceivedStatement,
  entry: TimelineEntry,
): unknown[] {
  const { manifestDigest, records, misfits, receivedAt, eraseBy, confirmBy, token, noted } = received;
  const values = [id, receivedAt, manifestDigest, records, eraseBy, confirmBy, misfits];
  return [...values, token, noted.ids[0] ?? null, ...toldValues(principalId, entry, noted)];
}

function standingValues({ sentAt, receivedAt, state, findingVersion }: KnownSession): unknown[] {
  return [sentAt, receivedAt, state, findingVersion];
}
