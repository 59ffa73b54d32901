import { Injectable } from '@nestjs/common';
import type { ConsentStanding, Instant } from '#domain';
import { Database, sql, type Transaction } from '#platform';
import { tellNews } from '../api/news.ts';
import type { HeldConsent } from '../consent-artefacts/held-consent.ts';
import { type ConsentPage, HeldConsentStore } from '../consent-artefacts/held-consent-store.ts';
import type { AskedConsent } from '../consent-requests/asked-consent.ts';
import { type StandingRow, toStanding } from './consent-standing.ts';

type Row = Omit<HeldConsent, 'standing'> & StandingRow;

const columns = `id, manager, handle, artefact, claims, state, version, resume_at AS "resumeAt",
  received_at AS "receivedAt"`;
const find = sql('find-consent', `SELECT ${columns} FROM consents WHERE id = $1`);
const lock = sql('lock-consent', `SELECT ${columns} FROM consents WHERE id = $1 FOR UPDATE`);
const list = sql(
  'list-consents',
  `SELECT ${columns} FROM consents WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
);
const add = sql(
  'add-consent',
  `WITH added AS (
     INSERT INTO consents (id, manager, handle, artefact, claims, state, version, resume_at, received_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id)
   UPDATE consent_requests a SET state = $11, consent_id = added.id FROM added WHERE a.id = $10`,
);
const recordStanding = sql(
  'record-standing',
  'UPDATE consents SET state = $2, version = $3, resume_at = $4, changed_at = $5 WHERE id = $1',
);

@Injectable()
export class PostgresHeldConsentStore extends HeldConsentStore {
  constructor(private readonly database: Database) {
    super();
  }

  async find(id: string): Promise<HeldConsent | undefined> {
    return (await this.database.read<Row>(find, [id])).map(toConsent)[0];
  }

  async list({ after, limit }: ConsentPage): Promise<HeldConsent[]> {
    return (await this.database.read<Row>(list, [after ?? null, limit])).map(toConsent);
  }

  async lock(tx: Transaction, id: string): Promise<HeldConsent | undefined> {
    return (await tx.query<Row>(lock, [id])).map(toConsent)[0];
  }

  add(tx: Transaction, consent: HeldConsent, answered: AskedConsent): void {
    const { state, version, resumeAt } = consent.standing;
    const { id, manager, handle, artefact, claims, receivedAt } = consent;
    const grant = [id, manager, handle, artefact, JSON.stringify(claims)];
    const standing = [state, version, resumeAt ?? null, receivedAt];
    tx.write(add, [...grant, ...standing, answered.id, answered.state]);
    this.database.afterCommit(tx, () => tellNews(answered.id, { ...answered, consentId: id } satisfies AskedConsent));
  }

  recordStanding(tx: Transaction, id: string, { state, version, resumeAt }: ConsentStanding, now: Instant): void {
    tx.write(recordStanding, [id, state, version, resumeAt ?? null, now]);
  }
}

function toConsent({ state, version, resumeAt, ...rest }: Row): HeldConsent {
  return { ...rest, standing: toStanding({ state, version, resumeAt }) };
}
