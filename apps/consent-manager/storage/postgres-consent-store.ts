import { Injectable } from '@nestjs/common';
import type { ConsentStanding, Instant, ParticipantId } from '#domain';
import { Database, sql, type Transaction } from '#platform';
import type { ApprovalEvidence, Consent, ConsentArtefact } from '../consents/consent.ts';
import { ConsentStore, type StandingArtefact } from '../consents/consent-store.ts';
import {
  artefactColumns,
  type ConsentColumns,
  consentColumns,
  type StandingColumns,
  toConsent,
  toStanding,
} from './consent-columns.ts';

const addConsent = sql(
  'add-consent',
  `INSERT INTO consents (id, principal_id, data_user, handle, terms, narrowed_from, state, version, expires_at,
     approved_at, changed_at, evidence) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
);

// All artefacts of a consent in one round trip.
const addArtefacts = sql(
  'add-consent-artefacts',
  `INSERT INTO consent_artefacts
     (id, consent_id, recipient, counterpart, data_types, accounts, token, digest, evidence_salt)
   SELECT id, $1, recipient, counterpart, "dataTypes", accounts, token, digest, "evidenceSalt"
   FROM json_to_recordset($2) AS given(id uuid, recipient text, counterpart text, "dataTypes" json, accounts json,
     token text, digest text, "evidenceSalt" text)`,
);

const find = sql('find-consent', `SELECT ${consentColumns} FROM consents WHERE id = $1 AND principal_id = $2`);

const newestOf = sql(
  'newest-consents-of',
  `SELECT ${consentColumns} FROM consents WHERE principal_id = $1 ORDER BY id DESC LIMIT $2`,
);

const beforeOf = sql(
  'consents-of-before',
  `SELECT ${consentColumns} FROM consents WHERE principal_id = $1 AND id < $3 ORDER BY id DESC LIMIT $2`,
);

const artefactsOf = sql(
  'artefacts-of-consent',
  `SELECT ${artefactColumns} FROM consent_artefacts WHERE consent_id = $1 ORDER BY id`,
);

const evidenceOf = sql('evidence-of-consent', 'SELECT evidence FROM consents WHERE id = $1');

const standingArtefacts = sql(
  'standing-artefacts-of-consent',
  `SELECT ${artefactColumns} FROM consent_artefacts WHERE consent_id = $1 AND revoked_version IS NULL ORDER BY id`,
);

const findArtefact = sql(
  'find-consent-artefact',
  `SELECT a.id, a.recipient, a.counterpart, a.data_types AS "dataTypes", a.accounts, a.token, a.digest,
     a.evidence_salt AS "evidenceSalt", a.revoked_version AS "revokedVersion", c.state, c.version,
     c.resume_at AS "resumeAt"
   FROM consent_artefacts a JOIN consents c ON c.id = a.consent_id WHERE a.id = $1 AND a.counterpart = $2`,
);

const lock = sql(
  'lock-consent',
  `SELECT ${consentColumns} FROM consents WHERE id = $1 AND principal_id = $2 FOR NO KEY UPDATE`,
);

const lockWithLink = sql(
  'lock-consents-with-link',
  `SELECT ${consentColumns} FROM consents
   WHERE principal_id = $1 AND state IN ('ACTIVE', 'PAUSED') AND id IN (
     SELECT consent_id FROM consent_artefacts a JOIN consents own ON own.id = a.consent_id
     WHERE own.principal_id = $1 AND a.counterpart = $2 AND a.revoked_version IS NULL
       AND a.accounts::jsonb @> to_jsonb($3::text))
   ORDER BY id FOR NO KEY UPDATE`,
);

const lockDue = sql(
  'lock-due-consents',
  `SELECT ${consentColumns} FROM consents WHERE id IN (
     (SELECT id FROM consents WHERE state IN ('ACTIVE', 'PAUSED') AND expires_at <= $1 ORDER BY expires_at LIMIT $2)
     UNION
     (SELECT id FROM consents WHERE state = 'PAUSED' AND resume_at IS NOT NULL AND resume_at <= $1 LIMIT $2))
   ORDER BY id LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED`,
);

const setStanding = sql(
  'set-consent-standing',
  'UPDATE consents SET state = $2, version = $3, resume_at = $4, changed_at = $5 WHERE id = $1',
);

const revokeArtefact = sql(
  'revoke-consent-artefact',
  'UPDATE consent_artefacts SET revoked_version = $2 WHERE id = $1',
);

@Injectable()
export class PostgresConsentStore extends ConsentStore {
  constructor(private readonly database: Database) {
    super();
  }

  async add(
    tx: Transaction,
    consent: Consent,
    evidence: ApprovalEvidence,
    artefacts: readonly ConsentArtefact[],
  ): Promise<void> {
    const { id, terms, standing } = consent;
    const json = [terms, consent.narrowedFrom].map((value) => JSON.stringify(value));
    const who = [id, consent.principalId, consent.dataUser, consent.handle];
    const when = [terms.consentPeriod.expiry, consent.approvedAt, consent.changedAt];
    await tx.query(addConsent, [...who, ...json, standing.state, standing.version, ...when, JSON.stringify(evidence)]);
    await tx.query(addArtefacts, [id, JSON.stringify(artefacts)]);
  }

  async find(id: string, principalId: string): Promise<Consent | undefined> {
    return (await this.database.read<ConsentColumns>(find, [id, principalId])).map(toConsent)[0];
  }

  async listOf(principalId: string, limit: number, before?: string): Promise<Consent[]> {
    const rows =
      before === undefined
        ? await this.database.read<ConsentColumns>(newestOf, [principalId, limit])
        : await this.database.read<ConsentColumns>(beforeOf, [principalId, limit, before]);
    return rows.map(toConsent);
  }

  async artefactsOf(consentId: string): Promise<ConsentArtefact[]> {
    return this.database.read<ConsentArtefact>(artefactsOf, [consentId]);
  }

  async evidenceOf(consentId: string): Promise<ApprovalEvidence> {
    const [row] = await this.database.read<{ evidence: ApprovalEvidence }>(evidenceOf, [consentId]);
    if (row === undefined) throw new Error(`consent ${consentId} has vanished`);
    return row.evidence;
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

  async lock(tx: Transaction, id: string, principalId: string): Promise<Consent | undefined> {
    return (await tx.query<ConsentColumns>(lock, [id, principalId])).map(toConsent)[0];
  }

  async lockWithLink(
    tx: Transaction,
    principalId: string,
    dataProvider: ParticipantId,
    providerLinkId: string,
  ): Promise<Consent[]> {
    const rows = await tx.query<ConsentColumns>(lockWithLink, [principalId, dataProvider, providerLinkId]);
    return rows.map(toConsent);
  }

  async lockDue(tx: Transaction, now: Instant, limit: number): Promise<Consent[]> {
    return (await tx.query<ConsentColumns>(lockDue, [now, limit])).map(toConsent);
  }

  async standingArtefacts(tx: Transaction, consentId: string): Promise<ConsentArtefact[]> {
    return tx.query<ConsentArtefact>(standingArtefacts, [consentId]);
  }

  async setStanding(tx: Transaction, id: string, standing: ConsentStanding, now: Instant): Promise<void> {
    const { state, version, resumeAt } = standing;
    await tx.query(setStanding, [id, state, version, resumeAt ?? null, now]);
  }

  async revokeArtefact(tx: Transaction, artefactId: string, version: number): Promise<void> {
    await tx.query(revokeArtefact, [artefactId, version]);
  }
}
