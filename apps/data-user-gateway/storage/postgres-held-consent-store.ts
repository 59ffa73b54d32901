import { Injectable } from '@nestjs/common';
import type { ConsentStanding, Instant } from '#domain';
import { Database, insertReceipt, insertTrail, type Statement, sql, type Transaction } from '#platform';
import { tellNews } from '../api/news.ts';
import type { HeldConsent } from '../consent-artefacts/held-consent.ts';
import { type ConsentNews, type ConsentPage, HeldConsentStore } from '../consent-artefacts/held-consent-store.ts';
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
const addLast = sql(
  'add-last-consent',
  `WITH answered AS (
     UPDATE consent_requests SET state = $11, consent_id = $1
     WHERE id = $10 AND state = 'PENDING' AND consent_id IS NULL RETURNING 1
   ), added AS (
     INSERT INTO consents (id, manager, handle, artefact, claims, state, version, resume_at, received_at)
     SELECT $1::uuid, $2, $3::uuid, $4, $5::json, $6, $7::integer, $8::timestamptz, $9::timestamptz FROM answered
     RETURNING id
   ), noted AS (${insertTrail(12, 'added')}), received AS (${insertReceipt(14, 'added')})
   SELECT id FROM added`,
);
/** Of two at one moment the second looks at what the first has made of the row. */
const moveLast = sql(
  'move-consent-standing',
  `WITH moved AS (
     UPDATE consents SET state = $2, version = $3, resume_at = $4, changed_at = $5
     WHERE id = $1 AND manager = $11 AND version < $3 AND state IN ('ACTIVE', 'PAUSED') RETURNING id
   ), noted AS (${insertTrail(6, 'moved')}), received AS (${insertReceipt(8, 'moved')})
   SELECT id FROM moved`,
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
    tx.write(add, addedValues(consent, answered));
    this.database.afterCommit(tx, () => tellAnswered(consent, answered));
  }

  async addLast(tx: Transaction, consent: HeldConsent, answered: AskedConsent, news: ConsentNews): Promise<boolean> {
    if (!(await this.writeLast(tx, addLast, addedValues(consent, answered), news))) return false;
    this.database.afterCommit(tx, () => tellAnswered(consent, answered));
    return true;
  }

  async moveLast(
    tx: Transaction,
    { id, manager }: Pick<HeldConsent, 'id' | 'manager'>,
    standing: ConsentStanding,
    news: ConsentNews,
  ): Promise<boolean> {
    return this.writeLast(tx, moveLast, standingValues(id, standing, news.at), news, manager);
  }

  private async writeLast(
    tx: Transaction,
    statement: Statement,
    values: unknown[],
    { noted, receipt }: ConsentNews,
    ...more: unknown[]
  ): Promise<boolean> {
    if ((await tx.last(statement, [...values, ...noted.values, ...receipt, ...more])).length === 0) return false;
    this.database.afterCommit(tx, noted.begin);
    return true;
  }

  recordStanding(tx: Transaction, id: string, standing: ConsentStanding, now: Instant): void {
    tx.write(recordStanding, standingValues(id, standing, now));
  }
}

function standingValues(id: string, { state, version, resumeAt }: ConsentStanding, at: Instant): unknown[] {
  return [id, state, version, resumeAt ?? null, at];
}

function addedValues({ standing, ...consent }: HeldConsent, answered: AskedConsent): unknown[] {
  const { id, manager, handle, artefact, claims, receivedAt } = consent;
  const { state, version, resumeAt } = standing;
  const grant = [id, manager, handle, artefact, JSON.stringify(claims)];
  return [...grant, state, version, resumeAt ?? null, receivedAt, answered.id, answered.state];
}

function tellAnswered({ id: consentId }: HeldConsent, answered: AskedConsent): void {
  tellNews(answered.id, { ...answered, consentId } satisfies AskedConsent);
}

function toConsent({ state, version, resumeAt, ...rest }: Row): HeldConsent {
  return { ...rest, standing: toStanding({ state, version, resumeAt }) };
}
