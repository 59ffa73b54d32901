import { Injectable } from '@nestjs/common';
import type { Instant, ParticipantId, UseWindow } from '#domain';
import { Database, insertTrail, isSameWindow, KnownTerms, type PreparedTrail, sql, type Transaction } from '#platform';
import {
  type AskedConsent,
  DataRequestStore,
  type LockedConsent,
  type NewDataRequest,
  type NewRetry,
  type NewSession,
  type ProviderArtefact,
  type Reach,
  type RenewedSession,
  type SessionToRetry,
} from '../data-requests/data-request-store.ts';
import type { KnownSession } from '../data-sessions/data-session-store.ts';
import { KnownSessions } from '../data-sessions/known-sessions.ts';
import type { TimelineEntry } from '../timeline/timeline-store.ts';
import { type StandingColumns, toStanding } from './consent-columns.ts';
import { insertEntry, toldValues } from './timeline-columns.ts';

const lockConsent = sql(
  'lock-asked-consent',
  `SELECT c.id AS "consentId", c.principal_id AS "principalId", c.data_user AS "dataUser", c.terms, c.state, c.version,
     c.resume_at AS "resumeAt"
   FROM consent_artefacts a JOIN consents c ON c.id = a.consent_id
   WHERE a.id = $1 AND a.counterpart = $2 AND a.recipient = 'data-user' FOR NO KEY UPDATE OF c`,
);

const findConsent = sql(
  'find-asked-consent',
  `SELECT c.id AS "consentId", c.principal_id AS "principalId"
   FROM consent_artefacts a JOIN consents c ON c.id = a.consent_id
   WHERE a.id = $1 AND a.counterpart = $2 AND a.recipient = 'data-user'`,
);

// A statement of its own, after the lock: it sees what others committed while this one waited. By the data user's artefact,
// so that it can be sent together with the lock.
const reach = sql(
  'reach-of-consent',
  `SELECT id AS "artefactId", digest AS "artefactDigest", counterpart AS "dataProvider", data_types AS "dataTypes",
     (SELECT count(*) FROM data_requests r
      WHERE r.consent_id = a.consent_id AND requested_at >= $2 AND requested_at < $3 AND returned_at IS NULL) AS uses
   FROM consent_artefacts a WHERE consent_id = (SELECT consent_id FROM consent_artefacts WHERE id = $1)
     AND recipient = 'data-provider' AND revoked_version IS NULL
   ORDER BY id`,
);

const add = sql(
  'add-data-request',
  `WITH request AS (
     INSERT INTO data_requests (id, consent_id, requested_at, data_range, jkt, trail_entry)
     VALUES ($1, $2, $3, $4, $5, $8)
   ), opened AS (
     INSERT INTO data_sessions (id, data_request_id, consent_id, artefact_id, data_provider, data_types, state,
       expires_at)
     SELECT id, $1, $2, "artefactId", "dataProvider", "dataTypes", 'ACTIVE', $6
     FROM json_to_recordset($7) AS given(id uuid, "artefactId" uuid, "dataProvider" text, "dataTypes" json)
   ), noted AS (${insertTrail(15)})
   ${insertEntry(9)}`,
);

const renewed = `s.id AS "sessionId", s.data_request_id AS "dataRequestId", r.requested_at AS "requestedAt",
     r.data_range AS "dataRange", s.data_types AS "dataTypes", s.data_provider AS "dataProvider",
     a.id AS "artefactId", a.digest AS "artefactDigest", r.jkt,
     s.ended_at IS NOT NULL OR r.returned_at IS NOT NULL AS ended, a.revoked_version IS NOT NULL AS "artefactRevoked",
     s.retry_of AS "retryOf",
     c.id AS "consentId", c.principal_id AS "principalId", c.data_user AS "dataUser", c.terms, c.state, c.version,
     c.resume_at AS "resumeAt"`;
const ofSession = `data_sessions s JOIN data_requests r ON r.id = s.data_request_id
     JOIN consent_artefacts a ON a.id = s.artefact_id JOIN consents c ON c.id = s.consent_id`;

const findSession = sql(
  'find-session-to-renew',
  `SELECT ${renewed} FROM ${ofSession} WHERE s.id = $1 AND c.data_user = $2`,
);

const lockToRetry = sql(
  'lock-session-to-retry',
  `SELECT ${renewed}, s.state AS "sessionState", s.sent_at AS "sentAt", s.received_at AS "receivedAt",
     r.returned_at IS NOT NULL AS returned
   FROM ${ofSession} WHERE s.id = $1 AND c.data_user = $2 FOR SHARE OF c FOR UPDATE OF s, r`,
);

// A statement of its own, after the lock: of two who ask at once the second sees what the first has opened.
const findRetry = sql('find-retried-session', 'SELECT id FROM data_sessions WHERE retry_of = $1');

const addRetry = sql(
  'add-retried-session',
  `WITH ended AS (
     UPDATE data_sessions SET state = 'FAILED', ended_at = $3 WHERE id = $2 AND state = 'ACTIVE'
   ), opened AS (
     INSERT INTO data_sessions (id, data_request_id, consent_id, artefact_id, data_provider, data_types, state,
       expires_at, retry_of)
     SELECT $1, data_request_id, consent_id, artefact_id, data_provider, data_types, 'ACTIVE', expires_at, id
     FROM data_sessions WHERE id = $2
   ), noted AS (${insertTrail(10)})
   ${insertEntry(4)}`,
);

type Flat<T extends AskedConsent> = Omit<T, 'standing'> & StandingColumns;

@Injectable()
export class PostgresDataRequestStore extends DataRequestStore {
  constructor(
    private readonly database: Database,
    private readonly knownTerms: KnownTerms,
    private readonly knownSessions: KnownSessions,
  ) {
    super();
  }

  async lockConsent(
    tx: Transaction,
    artefactId: string,
    dataUser: ParticipantId,
    at: Instant,
  ): Promise<LockedConsent | undefined> {
    const window = this.knownTerms.windowAt(at, artefactId);
    const [[row], reach] = await Promise.all([
      tx.query<Flat<AskedConsent>>(lockConsent, [artefactId, dataUser]),
      window && this.count(tx, artefactId, window),
    ]);
    if (row === undefined) return undefined;
    this.knownTerms.learn(artefactId, row.terms);
    return { ...row, artefactId, standing: toStanding(row), ahead: window && reach && { window, reach } };
  }

  async findConsent(tx: Transaction, artefactId: string, dataUser: ParticipantId) {
    return (await tx.query<Pick<AskedConsent, 'consentId' | 'principalId'>>(findConsent, [artefactId, dataUser]))[0];
  }

  async reach(tx: Transaction, { artefactId, ahead }: LockedConsent, window: UseWindow): Promise<Reach> {
    if (ahead !== undefined && isSameWindow(window, ahead.window)) return ahead.reach;
    return this.count(tx, artefactId, window);
  }

  add(tx: Transaction, request: NewDataRequest, entry: TimelineEntry, noted: PreparedTrail): void {
    const { consentId, principalId } = request.consent;
    tx.write(add, [
      request.id,
      consentId,
      request.requestedAt,
      JSON.stringify(request.dataRange),
      request.jkt,
      request.sessionsExpireAt,
      JSON.stringify(request.sessions),
      noted.ids[0] ?? null,
      ...toldValues(principalId, entry, noted),
    ]);
    this.database.afterCommit(tx, noted.begin);
    this.database.afterCommit(tx, () => {
      for (const session of request.sessions) this.knownSessions.keep(openedSession(session, request));
    });
  }

  async lockToRetry(tx: Transaction, sessionId: string, dataUser: ParticipantId): Promise<SessionToRetry | undefined> {
    const [row] = await tx.query<Flat<SessionToRetry>>(lockToRetry, [sessionId, dataUser]);
    if (row === undefined) return undefined;
    const [later] = await tx.query<{ id: string }>(findRetry, [sessionId]);
    return { ...row, standing: toStanding(row), retriedBy: later?.id ?? null };
  }

  addRetry(
    tx: Transaction,
    { id, retryOf, principalId, now }: NewRetry,
    entry: TimelineEntry,
    noted: PreparedTrail,
  ): void {
    tx.write(addRetry, [id, retryOf, now, ...toldValues(principalId, entry, noted)]);
    this.database.afterCommit(tx, noted.begin);
  }

  async findSession(sessionId: string, dataUser: ParticipantId): Promise<RenewedSession | undefined> {
    const [row] = await this.database.read<Flat<RenewedSession>>(findSession, [sessionId, dataUser]);
    return row && { ...row, standing: toStanding(row) };
  }

  private async count(tx: Transaction, artefactId: string, { from, to }: UseWindow): Promise<Reach> {
    const rows = await tx.query<ProviderArtefact & { uses: number }>(reach, [artefactId, from, to]);
    return { uses: rows[0]?.uses ?? 0, providers: rows };
  }
}

/** As it is written down. */
function openedSession({ id, dataProvider }: NewSession, { id: dataRequestId, consent }: NewDataRequest): KnownSession {
  const { consentId, principalId, dataUser, terms, standing } = consent;
  return {
    ...{ id, dataRequestId, consentId, principalId, dataUser, dataProvider, state: 'ACTIVE' },
    ...{ sentAt: null, sentDigest: null, served: null },
    ...{ receivedAt: null, receivedDigest: null, records: null, misfits: null },
    ...{ mismatchedAt: null, confirmBy: null, finding: null, findingVersion: 0 },
    // Whoever asks under a consent that is revoked is refused.
    ...{ terms, revokedAt: null, consentVersion: standing.version },
  };
}
