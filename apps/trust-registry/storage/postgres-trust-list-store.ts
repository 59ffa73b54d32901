import { Injectable } from '@nestjs/common';
import type { Instant } from '#domain';
import { Database, sql, type Transaction } from '#platform';
import { mostSuccessions } from '#protocol';
import { type RootSuccession, type SignedTrustList, TrustListStore } from '../trust-lists/trust-list-store.ts';

const lock = sql(
  'lock-trust-list',
  "SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '.trust-list', 0))",
);
const newest = sql(
  'newest-trust-list',
  `SELECT sequence, token, issued_at AS "issuedAt", valid_until AS "validUntil" FROM trust_lists
   ORDER BY sequence DESC LIMIT 1`,
);
const lastSequence = sql('last-trust-list-sequence', 'SELECT coalesce(max(sequence), 0) AS last FROM trust_lists');
const add = sql(
  'add-trust-list',
  'INSERT INTO trust_lists (sequence, token, issued_at, valid_until) VALUES ($1, $2, $3, $4)',
);
const addSuccession = sql(
  'add-root-succession',
  'INSERT INTO root_successions (kid, token, made_at) VALUES ($1, $2, $3) ON CONFLICT (kid) DO NOTHING',
);
const successions = sql(
  'root-successions',
  `SELECT token FROM (SELECT token, made_at FROM root_successions ORDER BY made_at DESC LIMIT $1) AS newest
   ORDER BY made_at`,
);
const forget = sql('forget-trust-lists', 'DELETE FROM trust_lists WHERE valid_until < $1');

@Injectable()
export class PostgresTrustListStore extends TrustListStore {
  constructor(private readonly database: Database) {
    super();
  }

  async lock(tx: Transaction): Promise<void> {
    await tx.query(lock);
  }

  async newest(): Promise<SignedTrustList | undefined> {
    const [list] = await this.database.read<SignedTrustList>(newest);
    return list;
  }

  async lastSequence(tx: Transaction): Promise<number> {
    const [row] = await tx.query<{ last: number }>(lastSequence);
    return row?.last ?? 0;
  }

  async add(tx: Transaction, { sequence, token, issuedAt, validUntil }: SignedTrustList): Promise<void> {
    await tx.query(add, [sequence, token, issuedAt, validUntil]);
  }

  async addSuccession(tx: Transaction, { kid, token, madeAt }: RootSuccession): Promise<void> {
    await tx.query(addSuccession, [kid, token, madeAt]);
  }

  async successions(tx: Transaction): Promise<string[]> {
    const rows = await tx.query<{ token: string }>(successions, [mostSuccessions]);
    return rows.map(({ token }) => token);
  }

  async forgetBefore(validUntil: Instant): Promise<void> {
    await this.database.read(forget, [validUntil]);
  }
}
