import { Injectable } from '@nestjs/common';
import type { Instant } from '#domain';
import { Database, sql, type Transaction } from '#platform';
import {
  type BegunCeremony,
  type CeremonyHolder,
  OpenIdCeremonyStore,
  type ShownCeremony,
} from '../openid-sign-in/openid-ceremony-store.ts';
import type { OpenIdIdentity } from '../openid-sign-in/openid-provider.ts';

const begin = sql(
  'begin-openid-ceremony',
  `INSERT INTO openid_ceremonies
     (id, provider, browser_hash, state_hash, nonce, code_verifier, redirect_uri, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

// The statement sees the row as it was before: what it clears it returns.
const take = sql(
  'take-openid-ceremony',
  `WITH found AS (
     SELECT id, provider, nonce, code_verifier, redirect_uri FROM openid_ceremonies
     WHERE browser_hash = $1 AND state_hash = $2 AND provider = $3 AND expires_at > $4 FOR UPDATE
   )
   UPDATE openid_ceremonies c SET state_hash = NULL, nonce = NULL, code_verifier = NULL FROM found WHERE c.id = found.id
   RETURNING found.id, found.provider, found.nonce, found.code_verifier AS "codeVerifier",
     found.redirect_uri AS "redirectUri"`,
);

const show = sql(
  'show-openid-ceremony',
  'UPDATE openid_ceremonies SET issuer = $2, subject = $3, email = $4, expires_at = $5 WHERE id = $1',
);

const shown = `SELECT id, provider, issuer, subject, email FROM openid_ceremonies
  WHERE browser_hash = $1 AND expires_at > $2 AND subject IS NOT NULL`;
const findShown = sql('find-shown-openid-ceremony', shown);
const lockShown = sql('lock-shown-openid-ceremony', `${shown} FOR UPDATE`);

const end = sql('end-openid-ceremony', 'DELETE FROM openid_ceremonies WHERE id = $1');

const forget = sql(
  'forget-openid-ceremonies',
  `DELETE FROM openid_ceremonies WHERE id IN (SELECT id FROM openid_ceremonies WHERE expires_at <= $1 LIMIT 5000)
   RETURNING 1 AS one`,
);

interface ShownRow {
  readonly id: string;
  readonly provider: string;
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
}

@Injectable()
export class PostgresOpenIdCeremonyStore extends OpenIdCeremonyStore {
  constructor(private readonly database: Database) {
    super();
  }

  async begin(ceremony: BegunCeremony, holder: CeremonyHolder, expiresAt: Instant): Promise<void> {
    const { id, provider, nonce, codeVerifier, redirectUri } = ceremony;
    const { browserHash, stateHash } = holder;
    const values = [id, provider, browserHash, stateHash, nonce, codeVerifier, redirectUri, expiresAt];
    await this.database.read(begin, values);
  }

  async take(
    provider: string,
    { browserHash, stateHash }: CeremonyHolder,
    now: Instant,
  ): Promise<BegunCeremony | undefined> {
    const [ceremony] = await this.database.read<BegunCeremony>(take, [browserHash, stateHash, provider, now]);
    return ceremony;
  }

  async show(
    tx: Transaction,
    id: string,
    { issuer, subject, email }: OpenIdIdentity,
    expiresAt: Instant,
  ): Promise<void> {
    await tx.query(show, [id, issuer, subject, email ?? null, expiresAt]);
  }

  async findShown(browserHash: Buffer, now: Instant, tx?: Transaction): Promise<ShownCeremony | undefined> {
    const statement = tx === undefined ? findShown : lockShown;
    const [row] = await this.database.read<ShownRow>(statement, [browserHash, now], tx);
    if (row === undefined) return undefined;
    const { id, provider, issuer, subject, email } = row;
    return { id, provider, identity: { issuer, subject, email: email ?? undefined } };
  }

  async end(tx: Transaction, id: string): Promise<void> {
    await tx.query(end, [id]);
  }

  async forgetExpired(now: Instant): Promise<number> {
    return (await this.database.read(forget, [now])).length;
  }
}
