import { Injectable } from '@nestjs/common';
import type { Instant } from '#domain';
import { Database, sql, type Transaction } from '#platform';
import { ConsentKeyStore } from '../data-keys/consent-key-store.ts';

const find = sql('find-consent-key', 'SELECT wrapped FROM consent_keys WHERE consent_id = $1');
/** Waits for whoever destroys one, and writes over itself the one that is there: so it is found in the same statement. */
const add = sql(
  'add-consent-key',
  `WITH held AS (SELECT id FROM consents WHERE id = $1 FOR UPDATE)
   INSERT INTO consent_keys (consent_id, wrapped, created_at) SELECT id, $2::bytea, $3::timestamptz FROM held
   ON CONFLICT (consent_id) DO UPDATE SET consent_id = EXCLUDED.consent_id RETURNING wrapped`,
);
const destroy = sql('destroy-consent-key', 'DELETE FROM consent_keys WHERE consent_id = $1 RETURNING consent_id');

@Injectable()
export class PostgresConsentKeyStore extends ConsentKeyStore {
  constructor(private readonly database: Database) {
    super();
  }

  async find(consentId: string): Promise<Buffer | undefined> {
    return (await this.database.read<{ wrapped: Buffer }>(find, [consentId]))[0]?.wrapped;
  }

  async add(consentId: string, wrapped: Buffer, now: Instant): Promise<Buffer> {
    const [kept] = await this.database.read<{ wrapped: Buffer }>(add, [consentId, wrapped, now]);
    if (kept === undefined) throw new Error('a key was to be made for a consent that is not held');
    return kept.wrapped;
  }

  async destroy(tx: Transaction, consentId: string): Promise<number> {
    return (await tx.query(destroy, [consentId])).length;
  }
}
