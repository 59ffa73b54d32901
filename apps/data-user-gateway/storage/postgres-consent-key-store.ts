import { Injectable } from '@nestjs/common';
import type { Instant } from '#domain';
import { Database, sql, type Transaction } from '#platform';
import { ConsentKeyStore } from '../data-keys/consent-key-store.ts';

const find = sql('find-consent-key', 'SELECT wrapped FROM consent_keys WHERE consent_id = $1');
const add = sql(
  'add-consent-key',
  `INSERT INTO consent_keys (consent_id, wrapped, created_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
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

  async add(tx: Transaction, consentId: string, wrapped: Buffer, now: Instant): Promise<Buffer> {
    await tx.query(add, [consentId, wrapped, now]);
    const [kept] = await tx.query<{ wrapped: Buffer }>(find, [consentId]);
    if (kept === undefined) throw new Error('a consent key vanished while it was made');
    return kept.wrapped;
  }

  async destroy(tx: Transaction, consentId: string): Promise<number> {
    return (await tx.query(destroy, [consentId])).length;
  }
}
