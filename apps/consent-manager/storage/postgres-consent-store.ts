import { Injectable } from '@nestjs/common';
import type { ConsentStanding, Instant, ParticipantId } from '#domain';
import { Database, type PreparedTrail, sql, type Transaction } from '#platform';
import { firstIdAt } from '#protocol';
import type { Consent, ConsentArtefact, SignedConsent, WholeConsent } from '../consents/consent.ts';
import { ConsentStore, type IssuedArtefact, type Reissue, type StandingArtefact } from '../consents/consent-store.ts';
import type { TimelineEntry } from '../timeline/timeline-store.ts';
import {
  artefactColumns,
  type ConsentColumns,
  consentColumns,
  type StandingColumns,
  toConsent,
  toStanding,
} from './consent-columns.ts';
import { momentInJson, sessionInJson } from './data-session-columns.ts';
import { entryValues, insertEntryOf, insertTold, toldValues } from './timeline-columns.ts';

/** Fetches beyond these are not shown. */
const mostSessions = 1000;

// The artefacts' rows are one value: however many counterparts there are, it is one statement.
const add = sql(
  'add-consent',
  `WITH given AS (
     INSERT INTO consents (id, principal_id, data_user, handle, terms, narrowed_from, state, version, expires_at,
       approved_at, changed_at, evidence, trail_entry)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $14)
   ), signed AS (
     INSERT INTO consent_artefacts
       (id, consent_id, recipient, counterpart, data_types, accounts, token, digest, evidence_salt, trail_entry)
     SELECT id, $1, recipient, counterpart, "dataTypes", accounts, token, digest, "evidenceSalt", "trailEntry"
     FROM json_to_recordset($13) AS artefact(id uuid, recipient text, counterpart text, "dataTypes" json,
       accounts json, token text, digest text, "evidenceSalt" text, "trailEntry" uuid)
   ), ${insertTold(15)}
   UPDATE consent_requests SET state = 'APPROVED', decided_at = $10, consent_id = $1, write_at = NULL WHERE handle = $4`,
);

const whole = `SELECT ${consentColumns}, evidence,
     (SELECT coalesce(json_agg(a ORDER BY a.id), '[]') FROM (
        SELECT ${artefactColumns} FROM consent_artefacts WHERE consent_id = c.id) AS a) AS artefacts,
     (SELECT coalesce(json_agg(own ORDER BY own.id DESC), '[]') FROM (
        SELECT ${sessionInJson} FROM data_sessions s JOIN data_requests r ON r.id = s.data_request_id
        WHERE s.consent_id = c.id ORDER BY s.id DESC LIMIT ${mostSessions}) AS own) AS sessions,
     (SELECT coalesce(json_agg(own ORDER BY own.id), '[]') FROM (
        SELECT id, consent_id AS "consentId", reason, ${momentInJson('erased_at')} AS "erasedAt", token
        FROM deletion_receipts WHERE consent_id = c.id) AS own) AS receipts
   FROM consents c WHERE id = $1`;

const find = sql('find-consent', `${whole} AND principal_id = $2`);

// Not more than was to be told since its last change: of one that hears nothing there may be very many.
const listUntold = sql(
  'list-untold-artefacts',
  `SELECT a.id FROM consent_artefacts a WHERE consent_id = $1 AND EXISTS (
     SELECT FROM outbox_events e
     WHERE e.receiver = a.counterpart AND e.acknowledged_at IS NULL AND e.id >= $2 AND e.subject = a.id::text)`,
);

const newestOf = sql(
  'newest-consents-of',
  `SELECT ${consentColumns} FROM consents WHERE principal_id = $1 ORDER BY id DESC LIMIT $2`,
);

const beforeOf = sql(
  'consents-of-before',
  `SELECT ${consentColumns} FROM consents WHERE principal_id = $1 AND id < $3 ORDER BY id DESC LIMIT $2`,
);

const artefactsOf = sql(
  'artefacts-of-consents',
  `SELECT consent_id AS "consentId", ${artefactColumns} FROM consent_artefacts WHERE consent_id = ANY ($1) ORDER BY id`,
);

const findArtefact = sql(
  'find-consent-artefact',
  `SELECT a.id, a.recipient, a.counterpart, a.data_types AS "dataTypes", a.accounts, a.token, a.digest,
     a.evidence_salt AS "evidenceSalt", a.revoked_version AS "revokedVersion", c.state, c.version,
     c.resume_at AS "resumeAt"
   FROM consent_artefacts a JOIN consents c ON c.id = a.consent_id WHERE a.id = $1 AND a.counterpart = $2`,
);

// What is under the consent is read by a statement of its own, after the lock: it sees what others committed while this one waited.
const lock = sql('lock-consent', 'SELECT FROM consents WHERE id = $1 AND principal_id = $2 FOR NO KEY UPDATE');

const withLink = `SELECT ${consentColumns} FROM consents
   WHERE principal_id = $1 AND state IN ('ACTIVE', 'PAUSED') AND id IN (
     SELECT consent_id FROM consent_artefacts a JOIN consents own ON own.id = a.consent_id
     WHERE own.principal_id = $1 AND a.counterpart = $2 AND a.revoked_version IS NULL
       AND a.accounts::jsonb @> to_jsonb($3::text))
   ORDER BY id`;

const listWithLink = sql('list-consents-with-link', withLink);
const lockWithLink = sql('lock-consents-with-link', `${withLink} FOR NO KEY UPDATE`);

const lockDue = sql(
  'lock-due-consents',
  `SELECT ${consentColumns} FROM consents WHERE id IN (
     (SELECT id FROM consents WHERE state IN ('ACTIVE', 'PAUSED') AND expires_at <= $1 ORDER BY expires_at LIMIT $2)
     UNION
     (SELECT id FROM consents WHERE state = 'PAUSED' AND resume_at IS NOT NULL AND resume_at <= $1 LIMIT $2))
   ORDER BY id LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED`,
);

// From the version before: where the consent has moved meanwhile, nothing is written.
const setStanding = sql(
  'set-consent-standing',
  `WITH moved AS (
     UPDATE consents SET state = $2, version = $3, resume_at = $4, changed_at = $5 WHERE id = $1 AND version = $3 - 1
     RETURNING principal_id
   ), told AS (${insertEntryOf(6, 'moved')})
   SELECT FROM moved`,
);

const revokeArtefact = sql(
  'revoke-consent-artefact',
  'UPDATE consent_artefacts SET revoked_version = $2 WHERE id = $1',
);

const lockIssued = sql(
  'lock-issued-artefact',
  `SELECT a.consent_id AS "consentId", a.counterpart, c.principal_id AS "principalId"
   FROM consent_artefacts a JOIN consents c ON c.id = a.consent_id WHERE a.id = $1 AND a.token = $2 FOR UPDATE OF a`,
);
const reissueArtefact = sql(
  'reissue-consent-artefact',
  'UPDATE consent_artefacts SET token = $2, digest = $3, trail_entry = coalesce($4, trail_entry) WHERE id = $1',
);

@Injectable()
export class PostgresConsentStore extends ConsentStore {
  constructor(private readonly database: Database) {
    super();
  }

  add(
    tx: Transaction,
    { consent, evidence, artefacts }: WholeConsent,
    entry: TimelineEntry,
    noted: PreparedTrail,
  ): void {
    const [approved, ...issued] = noted.ids;
    const { id, principalId, terms, standing } = consent;
    const who = [id, principalId, consent.dataUser, consent.handle];
    const granted = [JSON.stringify(terms), JSON.stringify(consent.narrowedFrom), standing.state, standing.version];
    const when = [terms.consentPeriod.expiry, consent.approvedAt, consent.changedAt];
    const rows = artefacts.map((artefact, n) => ({ ...artefact, trailEntry: issued[n] ?? null }));
    const signed = [JSON.stringify(evidence), JSON.stringify(rows)];
    tx.write(add, [...who, ...granted, ...when, ...signed, approved ?? null, ...toldValues(principalId, entry, noted)]);
    this.database.afterCommit(tx, noted.begin);
  }

  async find(id: string, principalId: string): Promise<WholeConsent | undefined> {
    return (await this.database.read<WholeColumns>(find, [id, principalId])).map(toWhole)[0];
  }

  async listUntold({ id, changedAt }: Consent): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(listUntold, [id, firstIdAt(changedAt)]);
    return rows.map((row) => row.id);
  }

  async listOf(principalId: string, limit: number, before?: string): Promise<Consent[]> {
    const rows =
      before === undefined
        ? await this.database.read<ConsentColumns>(newestOf, [principalId, limit])
        : await this.database.read<ConsentColumns>(beforeOf, [principalId, limit, before]);
    return rows.map(toConsent);
  }

  async findArtefact(id: string, counterpart: ParticipantId): Promise<StandingArtefact | undefined> {
    const [row] = await this.database.read<ConsentArtefact & StandingColumns>(findArtefact, [id, counterpart]);
    if (row === undefined) return undefined;
    const { state, version, resumeAt, ...artefact } = row;
    const ended = artefact.revokedVersion;
    const standing: ConsentStanding =
      ended === null ? toStanding({ state, version, resumeAt }) : { state: 'REVOKED', version: ended };
    return { artefact, standing };
  }

  async lock(tx: Transaction, id: string, principalId: string): Promise<WholeConsent | undefined> {
    tx.write(lock, [id, principalId]);
    return (await tx.query<WholeColumns>(find, [id, principalId])).map(toWhole)[0];
  }

  async listWithLink(
    principalId: string,
    dataProvider: ParticipantId,
    providerLinkId: string,
  ): Promise<SignedConsent[]> {
    return this.database.transaction(async (tx) =>
      this.signed(tx, await tx.query<ConsentColumns>(listWithLink, [principalId, dataProvider, providerLinkId])),
    );
  }

  async lockWithLink(
    tx: Transaction,
    principalId: string,
    dataProvider: ParticipantId,
    providerLinkId: string,
  ): Promise<SignedConsent[]> {
    return this.signed(tx, await tx.query<ConsentColumns>(lockWithLink, [principalId, dataProvider, providerLinkId]));
  }

  async lockDue(tx: Transaction, now: Instant, limit: number): Promise<SignedConsent[]> {
    return this.signed(tx, await tx.query<ConsentColumns>(lockDue, [now, limit]));
  }

  setStanding(tx: Transaction, { id, principalId, standing, changedAt }: Consent, entry: TimelineEntry): void {
    const { state, version, resumeAt } = standing;
    tx.write(setStanding, [id, state, version, resumeAt ?? null, changedAt, ...entryValues(principalId, entry)]);
  }

  revokeArtefact(tx: Transaction, artefactId: string, version: number): void {
    tx.write(revokeArtefact, [artefactId, version]);
  }

  async lockIssued(tx: Transaction, artefactId: string, token: string): Promise<IssuedArtefact | undefined> {
    return (await tx.query<IssuedArtefact>(lockIssued, [artefactId, token]))[0];
  }

  reissue(tx: Transaction, artefactId: string, { token, digest, trailEntry }: Reissue): void {
    tx.write(reissueArtefact, [artefactId, token, digest, trailEntry ?? null]);
  }

  private async signed(tx: Transaction, locked: readonly ConsentColumns[]): Promise<SignedConsent[]> {
    if (locked.length === 0) return [];
    const all = await tx.query<ConsentArtefact & { consentId: string }>(artefactsOf, [locked.map(({ id }) => id)]);
    const byConsent = Map.groupBy(all, ({ consentId }) => consentId);
    return locked.map((row) => ({ consent: toConsent(row), artefacts: byConsent.get(row.id) ?? [] }));
  }
}

type WholeColumns = ConsentColumns & Omit<WholeConsent, 'consent'>;

function toWhole({ evidence, artefacts, sessions, receipts, ...columns }: WholeColumns): WholeConsent {
  return { consent: toConsent(columns), evidence, artefacts, sessions, receipts };
}
