import { Injectable } from '@nestjs/common';
import { codeTries, type Instant } from '#domain';
import { type Contact, Database, sql, type Transaction } from '#platform';
import { type CodeReference, type OneTimeCode, OneTimeCodeStore } from '../one-time-codes/one-time-code-store.ts';

const lock = sql(
  'lock-contact',
  "SELECT pg_advisory_xact_lock(hashtextextended('one-time-code ' || $1 || ' ' || $2, 0))",
);

const since = sql(
  'one-time-codes-since',
  'SELECT created_at FROM one_time_codes WHERE kind = $1 AND value = $2 AND created_at > $3 ORDER BY created_at',
);

const add = sql(
  'add-one-time-code',
  `INSERT INTO one_time_codes (id, kind, value, contact_id, code_hash, tries, expires_at, created_at)
   VALUES ($1, $2, $3, $4, $5, 0, $6, $7)`,
);

const countTry = sql(
  'count-one-time-code-try',
  `UPDATE one_time_codes SET tries = tries + 1
   WHERE tries < ${codeTries} AND used_at IS NULL AND expires_at > $3 AND contact_id IS NOT DISTINCT FROM $2 AND id =
     coalesce($1, (SELECT id FROM one_time_codes WHERE contact_id = $2 ORDER BY created_at DESC, id DESC LIMIT 1))
   RETURNING id, kind, value, contact_id, code_hash, expires_at, created_at`,
);

const spend = sql('spend-one-time-code', 'UPDATE one_time_codes SET used_at = $2 WHERE id = $1');

const forget = sql(
  'forget-one-time-codes',
  `DELETE FROM one_time_codes WHERE id IN (SELECT id FROM one_time_codes WHERE expires_at < $1 LIMIT 5000)
   RETURNING 1 AS one`,
);

interface Row {
  id: string;
  contact_id: string | null;
  kind: Contact['kind'];
  value: string;
  code_hash: Buffer;
  expires_at: Instant;
  created_at: Instant;
}

@Injectable()
export class PostgresOneTimeCodeStore extends OneTimeCodeStore {
  constructor(private readonly database: Database) {
    super();
  }

  async lockContact(tx: Transaction, { kind, value }: Contact, from: Instant): Promise<Instant[]> {
    await tx.query(lock, [kind, value]);
    const rows = await tx.query<{ created_at: Instant }>(since, [kind, value, from]);
    return rows.map((row) => row.created_at);
  }

  async add(tx: Transaction, code: OneTimeCode): Promise<void> {
    const { kind, value } = code.contact;
    const contactId = code.contactId ?? null;
    await tx.query(add, [code.id, kind, value, contactId, code.codeHash, code.expiresAt, code.createdAt]);
  }

  async countTry(tx: Transaction, of: CodeReference, now: Instant): Promise<OneTimeCode | undefined> {
    const ids = 'signInId' in of ? [of.signInId, null] : [null, of.contactId];
    const [row] = await tx.query<Row>(countTry, [...ids, now]);
    if (row === undefined) return undefined;
    return {
      id: row.id,
      contact: { kind: row.kind, value: row.value },
      contactId: row.contact_id ?? undefined,
      codeHash: row.code_hash,
      expiresAt: row.expires_at,
      createdAt: row.created_at,
    };
  }

  async spend(tx: Transaction, id: string, now: Instant): Promise<void> {
    await tx.query(spend, [id, now]);
  }

  async forgetExpired(before: Instant): Promise<number> {
    return (await this.database.read(forget, [before])).length;
  }
}
