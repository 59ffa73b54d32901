import { Injectable } from '@nestjs/common';
import type { ConsentStanding, ConsentState, Instant } from '#domain';
import { Database, insertReceipt, insertTrail, type Statement, sql, type Transaction } from '#platform';
import {
  ConsentArtefactStore,
  type HeardConsent,
  type MovedStanding,
  type NewArtefact,
} from '../consent-artefacts/consent-artefact-store.ts';
import type { ArrivedArtefact, ConsentKey, KeptConsent } from '../consent-artefacts/kept-consent.ts';
import { type ConsentColumns, consentColumns, consentOf } from './consent-row.ts';

const ofConsent = 'manager = $1 AND artefact_id = $2';
const standing = `there AS (
     SELECT state, version, resume_at FROM consent_standings WHERE ${ofConsent} FOR UPDATE
   ), added AS (
     INSERT INTO consent_standings (manager, artefact_id, state, version, resume_at, changed_at)
     SELECT $1, $2::uuid, $3, $4::integer, $5::timestamptz, $6::timestamptz WHERE NOT EXISTS (SELECT FROM there)
     ON CONFLICT DO NOTHING RETURNING state, version, resume_at
   ), kept AS (SELECT *, false AS first FROM there UNION ALL SELECT *, true FROM added)`;
/** What comes after the artefact finds its standing there, and holds it. */
const lockStanding = sql(
  'lock-consent-standing',
  `SELECT state, version, resume_at, false AS first FROM consent_standings WHERE ${ofConsent} FOR UPDATE`,
);
const hearStanding = sql('hear-consent-standing', `WITH ${standing} SELECT * FROM kept`);
const hearArtefact = sql(
  'hear-consent-artefact',
  `WITH arrived AS (
     INSERT INTO consent_artefacts
       (manager, artefact_id, token, digest, data_user, principal, accounts, terms, received_at)
     VALUES ($1, $2, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT DO NOTHING RETURNING digest
   ), ${standing}
   SELECT kept.*, (SELECT digest FROM arrived) AS digest FROM kept`,
);
const addNew = sql(
  'add-consent-artefact',
  `WITH arrived AS (
     INSERT INTO consent_artefacts
       (manager, artefact_id, token, digest, data_user, principal, accounts, terms, received_at)
     SELECT $1, $2::uuid, $7, $8, $9, $10, $11::uuid[], $12::json, $13::timestamptz
     WHERE NOT EXISTS (SELECT FROM consent_standings WHERE ${ofConsent})
     ON CONFLICT DO NOTHING RETURNING manager, artefact_id
   ), standing AS (
     INSERT INTO consent_standings (manager, artefact_id, state, version, resume_at, changed_at)
     SELECT manager, artefact_id, $3, $4::integer, $5::timestamptz, $6::timestamptz FROM arrived
   ), noted AS (${insertTrail(14, 'arrived')}), received AS (${insertReceipt(16, 'arrived')})
   SELECT artefact_id FROM arrived`,
);
/** After the lock: what is looked at here may have changed while it was waited for. */
const moving = (name: string, { unless = 'false', also }: { unless?: string; also?: string }) =>
  sql(
    name,
    `WITH moved AS (
       UPDATE consent_standings SET state = $3, version = $4, resume_at = $5, changed_at = $6
       WHERE ${ofConsent} AND version < $4 AND state IN ('ACTIVE', 'PAUSED') AND NOT ${unless} RETURNING artefact_id
     )${also === undefined ? '' : `, also AS (${also} AND EXISTS (SELECT FROM moved))`},
     noted AS (${insertTrail(7, 'moved')}), received AS (${insertReceipt(9, 'moved')})
     SELECT artefact_id FROM moved`,
  );
const end = moving('end-consent-standing', {
  unless: `EXISTS (SELECT FROM data_sessions WHERE ${ofConsent} AND state = 'ACTIVE')`,
  also: `DELETE FROM data_parts WHERE session_id IN (SELECT id FROM data_sessions WHERE ${ofConsent})`,
});
const move: Readonly<Record<ConsentState, Statement>> = {
  ACTIVE: moving('resume-consent-standing', {
    also: `UPDATE data_sessions SET waiting = false WHERE ${ofConsent} AND state = 'ACTIVE' AND waiting`,
  }),
  PAUSED: moving('pause-consent-standing', {}),
  REVOKED: end,
  EXPIRED: end,
};
const findDigest = sql('find-artefact-digest', `SELECT digest FROM consent_artefacts WHERE ${ofConsent}`);
const findToken = sql('find-artefact-token', `SELECT token FROM consent_artefacts WHERE ${ofConsent}`);
const replaceToken = sql(
  'replace-artefact-token',
  `UPDATE consent_artefacts SET token = $3, digest = $4 WHERE ${ofConsent}`,
);
const replaceStanding = sql(
  'replace-consent-standing',
  `UPDATE consent_standings SET state = $3, version = $4, resume_at = $5, changed_at = $6 WHERE ${ofConsent}`,
);
const joined = `SELECT ${consentColumns} FROM consent_artefacts a JOIN consent_standings c USING (manager, artefact_id)
   WHERE ${ofConsent}`;
const find = sql('find-consent', joined);
const lock = sql('lock-consent', `${joined} FOR UPDATE OF c`);

interface StandingRow {
  readonly state: ConsentState;
  readonly version: number;
  readonly resume_at: Instant | null;
  readonly first: boolean;
  readonly digest?: string | null;
}

type Heard = Parameters<ConsentArtefactStore['hear']>[2];

@Injectable()
export class PostgresConsentArtefactStore extends ConsentArtefactStore {
  constructor(private readonly database: Database) {
    super();
  }

  async addNew(key: ConsentKey, { standing, artefact, at, noted, receipt }: NewArtefact): Promise<boolean> {
    const values = [...standingValues(key, standing, at), ...told(artefact), ...noted.values, ...receipt];
    const added = (await this.database.read(addNew, values)).length > 0;
    if (added) noted.begin();
    return added;
  }

  async move(key: ConsentKey, { standing, at, noted, receipt }: MovedStanding): Promise<boolean> {
    const values = [...standingValues(key, standing, at), ...noted.values, ...receipt];
    const moved = await this.database.transaction((tx) => {
      tx.write(lockStanding, keyValues(key));
      return tx.last(move[standing.state], values);
    });
    if (moved.length > 0) noted.begin();
    return moved.length > 0;
  }

  async hear(tx: Transaction, key: ConsentKey, heard: Heard): Promise<HeardConsent> {
    const row = await this.hearOnce(tx, key, heard);
    const { state, version, resume_at: resumeAt, first: isFirst } = row;
    const kept = { state, version, ...(resumeAt === null ? {} : { resumeAt }) };
    if (heard.artefact === undefined) return { kept, isFirst, isArtefactNew: false };
    const isArtefactNew = typeof row.digest === 'string';
    return { kept, isFirst, isArtefactNew, digest: row.digest ?? (await this.digestOf(tx, key)) };
  }

  async findToken(tx: Transaction, key: ConsentKey): Promise<string> {
    const [there] = await tx.query<{ token: string }>(findToken, keyValues(key));
    if (there === undefined) throw new Error('an artefact was neither kept nor found');
    return there.token;
  }

  replaceToken(tx: Transaction, key: ConsentKey, { token, digest }: Pick<ArrivedArtefact, 'token' | 'digest'>): void {
    tx.write(replaceToken, [...keyValues(key), token, digest]);
  }

  replaceStanding(tx: Transaction, key: ConsentKey, standing: ConsentStanding, at: Instant): void {
    tx.write(replaceStanding, standingValues(key, standing, at));
  }

  async find(key: ConsentKey): Promise<KeptConsent | undefined> {
    const [row] = await this.database.read<ConsentColumns>(find, keyValues(key));
    return row && consentOf(row);
  }

  async lock(tx: Transaction, key: ConsentKey): Promise<KeptConsent | undefined> {
    const [row] = await tx.query<ConsentColumns>(lock, keyValues(key));
    return row && consentOf(row);
  }

  private async hearOnce(tx: Transaction, key: ConsentKey, { standing, artefact, at }: Heard): Promise<StandingRow> {
    const [known] = artefact === undefined ? await tx.query<StandingRow>(lockStanding, keyValues(key)) : [];
    if (known !== undefined) return known;
    const values = standingValues(key, standing, at);
    const heard = artefact === undefined ? hearStanding : hearArtefact;
    const [row] = await tx.query<StandingRow>(heard, artefact === undefined ? values : [...values, ...told(artefact)]);
    if (row !== undefined) return row;
    // Somebody else heard of it first, at the same moment: it is there now.
    const [there] = await tx.query<StandingRow>(hearStanding, values);
    if (there === undefined) throw new Error('a standing was neither added nor found');
    return there;
  }

  private async digestOf(tx: Transaction, key: ConsentKey): Promise<string> {
    const [there] = await tx.query<{ digest: string }>(findDigest, keyValues(key));
    if (there === undefined) throw new Error('an artefact was neither kept nor found');
    return there.digest;
  }
}

function keyValues({ manager, artefactId }: ConsentKey): unknown[] {
  return [manager, artefactId];
}

function standingValues(key: ConsentKey, { state, version, resumeAt }: ConsentStanding, at: Instant): unknown[] {
  return [...keyValues(key), state, version, resumeAt ?? null, at];
}

function told({ token, digest, dataUser, principal, accounts, terms, receivedAt }: ArrivedArtefact): unknown[] {
  return [token, digest, dataUser, principal, accounts, JSON.stringify(terms), receivedAt];
}
