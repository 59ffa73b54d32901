import { Injectable } from '@nestjs/common';
import type { Instant } from '#domain';
import { type Contact, Database, sql, type Transaction } from '#platform';
import { type PrincipalContact, PrincipalStore } from '../principals/principal-store.ts';

const add = sql(
  'add-principal',
  'INSERT INTO principals (id, created_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING id',
);

// Waits for whoever signs in with this contact at the same time, so that the two do not become two people.
const lockContact = sql(
  'lock-contact-owner',
  "SELECT pg_advisory_xact_lock(hashtextextended('contact-owner ' || $1 || ' ' || $2, 0))",
);

const findByContact = sql(
  'find-principal-by-contact',
  'SELECT principal_id FROM principal_contacts WHERE kind = $1 AND value = $2 AND verified_at IS NOT NULL',
);

const addContact = sql(
  'add-contact',
  `INSERT INTO principal_contacts (id, principal_id, kind, value, created_at) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (principal_id, kind, value) DO UPDATE SET kind = excluded.kind RETURNING id`,
);

const verifyContact = sql(
  'verify-contact',
  `UPDATE principal_contacts own SET verified_at = coalesce(verified_at, $2) WHERE id = $1 AND NOT EXISTS (
     SELECT FROM principal_contacts other
     WHERE other.kind = own.kind AND other.value = own.value AND other.verified_at IS NOT NULL AND other.id <> own.id)
   RETURNING id`,
);

const contactsOf = sql(
  'contacts-of-principal',
  `SELECT id, kind, value, verified_at AS "verifiedAt" FROM principal_contacts WHERE principal_id = $1 ORDER BY id`,
);

const isMailed = sql('is-principal-mailed', 'SELECT is_mailed AS "isMailed" FROM principals WHERE id = $1');

const setMailed = sql('set-principal-mailed', 'UPDATE principals SET is_mailed = $2 WHERE id = $1');

@Injectable()
export class PostgresPrincipalStore extends PrincipalStore {
  constructor(private readonly database: Database) {
    super();
  }

  async add(tx: Transaction, id: string, now: Instant): Promise<boolean> {
    return (await tx.query(add, [id, now])).length === 1;
  }

  async findByContact(tx: Transaction, { kind, value }: Contact): Promise<string | undefined> {
    await tx.query(lockContact, [kind, value]);
    const [row] = await tx.query<{ principal_id: string }>(findByContact, [kind, value]);
    return row?.principal_id;
  }

  async addContact(tx: Transaction, principalId: string, id: string, contact: Contact, now: Instant): Promise<string> {
    const [row] = await tx.query<{ id: string }>(addContact, [id, principalId, contact.kind, contact.value, now]);
    return row?.id ?? id;
  }

  async verifyContact(tx: Transaction, id: string, now: Instant): Promise<boolean> {
    return (await tx.query(verifyContact, [id, now])).length === 1;
  }

  async isMailed(principalId: string): Promise<boolean> {
    const [row] = await this.database.read<{ isMailed: boolean }>(isMailed, [principalId]);
    return row?.isMailed ?? false;
  }

  async setMailed(principalId: string, on: boolean): Promise<void> {
    await this.database.read(setMailed, [principalId, on]);
  }

  async contactsOf(principalId: string): Promise<PrincipalContact[]> {
    return this.database.read<PrincipalContact>(contactsOf, [principalId]);
  }
}
