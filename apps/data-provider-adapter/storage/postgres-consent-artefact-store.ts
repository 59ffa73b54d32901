import { Injectable } from '@nestjs/common';
import type { ConsentStanding, ConsentState, Instant } from '#domain';
import { Database, sql, type Transaction } from '#platform';
import { ConsentArtefactStore } from '../consent-artefacts/consent-artefact-store.ts';
import type { ConsentKey, KeptArtefact, KeptConsent } from '../consent-artefacts/kept-consent.ts';
import { type ConsentColumns, consentColumns, consentOf } from './consent-row.ts';

const keep = sql(
  'keep-consent-artefact',
  `INSERT INTO consent_artefacts (manager, artefact_id, token, digest, data_user, principal, accounts, terms, received_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING digest`,
);
const findDigest = sql(
  'find-artefact-digest',
  'SELECT digest FROM consent_artefacts WHERE manager = $1 AND artefact_id = $2',
);
const addStanding = sql(
  'add-consent-standing',
  `INSERT INTO consent_standings (manager, artefact_id, state, version, resume_at, changed_at)
   VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING state, version, resume_at`,
);
const lockStanding = sql(
  'lock-consent-standing',
  'SELECT state, version, resume_at FROM consent_standings WHERE manager = $1 AND artefact_id = $2 FOR UPDATE',
);
const replaceStanding = sql(
  'replace-consent-standing',
  `UPDATE consent_standings SET state = $3, version = $4, resume_at = $5, changed_at = $6
   WHERE manager = $1 AND artefact_id = $2`,
);
const joined = `SELECT ${consentColumns} FROM consent_artefacts a JOIN consent_standings c USING (manager, artefact_id)
   WHERE manager = $1 AND artefact_id = $2`;
const find = sql('find-consent', joined);
const lock = sql('lock-consent', `${joined} FOR UPDATE OF c`);

interface StandingRow {
  readonly state: ConsentState;
  readonly version: number;
  readonly resume_at: Instant | null;
}

@Injectable()
export class PostgresConsentArtefactStore extends ConsentArtefactStore {
  constructor(private readonly database: Database) {
    super();
  }

  async keep(tx: Transaction, artefact: KeptArtefact): Promise<string> {
    const { manager, artefactId, token, digest, dataUser, principal, accounts, terms, receivedAt } = artefact;
    const values = [
      manager,
      artefactId,
      token,
      digest,
      dataUser,
      principal,
      accounts,
      JSON.stringify(terms),
      receivedAt,
    ];
    const [kept] = await tx.query<{ digest: string }>(keep, values);
    const [there] = kept === undefined ? await tx.query<{ digest: string }>(findDigest, [manager, artefactId]) : [kept];
    if (there === undefined) throw new Error('an artefact was neither kept nor found');
    return there.digest;
  }

  async lockStanding(tx: Transaction, key: ConsentKey, first: ConsentStanding, at: Instant) {
    const [added] = await tx.query<StandingRow>(addStanding, standingValues(key, first, at));
    const [kept] = added === undefined ? await tx.query<StandingRow>(lockStanding, keyValues(key)) : [added];
    if (kept === undefined) throw new Error('a standing was neither added nor found');
    const { state, version, resume_at: resumeAt } = kept;
    return { kept: { state, version, ...(resumeAt === null ? {} : { resumeAt }) }, isFirst: added !== undefined };
  }

  async replaceStanding(tx: Transaction, key: ConsentKey, standing: ConsentStanding, at: Instant): Promise<void> {
    await tx.query(replaceStanding, standingValues(key, standing, at));
  }

  async find(key: ConsentKey): Promise<KeptConsent | undefined> {
    const [row] = await this.database.read<ConsentColumns>(find, keyValues(key));
    return row && consentOf(row);
  }

  async lock(tx: Transaction, key: ConsentKey): Promise<KeptConsent | undefined> {
    const [row] = await tx.query<ConsentColumns>(lock, keyValues(key));
    return row && consentOf(row);
  }
}

function keyValues({ manager, artefactId }: ConsentKey): unknown[] {
  return [manager, artefactId];
}

function standingValues(key: ConsentKey, { state, version, resumeAt }: ConsentStanding, at: Instant): unknown[] {
  return [...keyValues(key), state, version, resumeAt ?? null, at];
}
