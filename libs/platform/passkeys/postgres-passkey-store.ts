import { Injectable } from '@nestjs/common';
import type { Instant } from '#domain';
import { Database } from '../database/database.ts';
import { sql } from '../database/statement.ts';
import type { Transaction } from '../database/transaction.ts';
import type { Passkey, PasskeyOwner } from './passkey.ts';
import type { CeremonyPurpose, PasskeyCeremony } from './passkey-ceremony.ts';
import { PasskeyStore } from './passkey-store.ts';

const owner = `json_build_object('kind', owner_kind, 'id', owner_id) AS owner`;
const columns = `id, ${owner}, credential_id AS "credentialId", public_key AS "publicKey", counter, transports, name,
  is_backed_up AS "isBackedUp", made_at AS "madeAt", last_used_at AS "lastUsedAt"`;

const listOf = sql(
  'passkeys-of',
  `SELECT ${columns} FROM passkeys WHERE owner_kind = $1 AND owner_id = $2 ORDER BY id`,
);

const hold = sql('hold-passkeys-of', `${listOf.text} FOR UPDATE`);

const lock = sql(
  'lock-passkey',
  `SELECT ${columns} FROM passkeys WHERE owner_kind = $1 AND credential_id = $2 FOR NO KEY UPDATE`,
);

const add = sql(
  'add-passkey',
  `INSERT INTO passkeys (id, owner_kind, owner_id, credential_id, public_key, counter, transports, name, is_backed_up,
     made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING id`,
);

const noteUse = sql(
  'note-passkey-use',
  'UPDATE passkeys SET counter = $2, is_backed_up = $3, last_used_at = $4 WHERE id = $1',
);

const remove = sql(
  'remove-passkey',
  'DELETE FROM passkeys WHERE owner_kind = $1 AND owner_id = $2 AND id = $3 RETURNING id',
);

// Each that begins clears away a few that lapsed: no timer has to.
const begin = sql(
  'begin-passkey-ceremony',
  `WITH lapsed AS (
     DELETE FROM passkey_ceremonies WHERE id IN (
       SELECT id FROM passkey_ceremonies WHERE expires_at <= $8 LIMIT 20 FOR UPDATE SKIP LOCKED))
   INSERT INTO passkey_ceremonies (id, purpose, owner_kind, owner_id, challenge, origin, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7)`,
);

const take = sql(
  'take-passkey-ceremony',
  `DELETE FROM passkey_ceremonies WHERE id = $1 AND purpose = $2 AND expires_at > $3
   RETURNING id, purpose, CASE WHEN owner_id IS NOT NULL THEN json_build_object('kind', owner_kind, 'id', owner_id) END
     AS owner, challenge, origin, expires_at AS "expiresAt"`,
);

/** In the role's own schema, for all its owners alike. */
@Injectable()
export class PostgresPasskeyStore extends PasskeyStore {
  constructor(private readonly database: Database) {
    super();
  }

  async listOf({ kind, id }: PasskeyOwner, tx?: Transaction): Promise<Passkey[]> {
    return this.database.read<Passkey>(listOf, [kind, id], tx);
  }

  async hold(tx: Transaction, { kind, id }: PasskeyOwner): Promise<Passkey[]> {
    return tx.query<Passkey>(hold, [kind, id]);
  }

  async lock(tx: Transaction, kind: PasskeyOwner['kind'], credentialId: string): Promise<Passkey | undefined> {
    return (await tx.query<Passkey>(lock, [kind, credentialId]))[0];
  }

  async add(tx: Transaction, passkey: Passkey): Promise<boolean> {
    const { id, owner, credentialId, publicKey, counter, transports, name, isBackedUp, madeAt } = passkey;
    const own = [id, owner.kind, owner.id, credentialId, publicKey, counter];
    return (await tx.query(add, [...own, JSON.stringify(transports), name, isBackedUp, madeAt])).length === 1;
  }

  noteUse(tx: Transaction, { id, counter, isBackedUp }: Parameters<PasskeyStore['noteUse']>[1], now: Instant): void {
    tx.write(noteUse, [id, counter, isBackedUp, now]);
  }

  async remove(tx: Transaction, { kind, id: ownerId }: PasskeyOwner, id: string): Promise<boolean> {
    return (await tx.query(remove, [kind, ownerId, id])).length === 1;
  }

  async begin(ceremony: PasskeyCeremony, now: Instant, tx?: Transaction): Promise<void> {
    const { id, purpose, owner, challenge, origin, expiresAt } = ceremony;
    const whose = [owner?.kind ?? null, owner?.id ?? null];
    await this.database.read(begin, [id, purpose, ...whose, challenge, origin, expiresAt, now], tx);
  }

  async take(
    tx: Transaction,
    id: string,
    purpose: CeremonyPurpose,
    now: Instant,
  ): Promise<PasskeyCeremony | undefined> {
    return (await tx.query<PasskeyCeremony>(take, [id, purpose, now]))[0];
  }
}
