import { Injectable } from '@nestjs/common';
import { Database, sql, type Transaction } from '#platform';
import {
  type LinkedIdentity,
  type NewLinkedIdentity,
  OpenIdIdentityStore,
} from '../openid-sign-in/openid-identity-store.ts';

const find = sql(
  'find-principal-by-openid',
  'SELECT principal_id AS "principalId" FROM openid_identities WHERE issuer = $1 AND subject = $2',
);

const add = sql(
  'add-openid-identity',
  `INSERT INTO openid_identities (id, principal_id, issuer, subject, linked_at) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (issuer, subject) DO NOTHING RETURNING id`,
);

const listOf = sql(
  'openid-identities-of',
  'SELECT id, issuer, linked_at AS "linkedAt" FROM openid_identities WHERE principal_id = $1 ORDER BY id',
);

const remove = sql(
  'remove-openid-identity',
  'DELETE FROM openid_identities WHERE principal_id = $1 AND id = $2 RETURNING issuer',
);

@Injectable()
export class PostgresOpenIdIdentityStore extends OpenIdIdentityStore {
  constructor(private readonly database: Database) {
    super();
  }

  async findPrincipal(tx: Transaction, issuer: string, subject: string): Promise<string | undefined> {
    const [row] = await tx.query<{ principalId: string }>(find, [issuer, subject]);
    return row?.principalId;
  }

  async add(tx: Transaction, { id, principalId, issuer, subject, linkedAt }: NewLinkedIdentity): Promise<boolean> {
    return (await tx.query(add, [id, principalId, issuer, subject, linkedAt])).length === 1;
  }

  listOf(principalId: string): Promise<LinkedIdentity[]> {
    return this.database.read<LinkedIdentity>(listOf, [principalId]);
  }

  async remove(tx: Transaction, principalId: string, id: string): Promise<string | undefined> {
    const [row] = await tx.query<{ issuer: string }>(remove, [principalId, id]);
    return row?.issuer;
  }
}
