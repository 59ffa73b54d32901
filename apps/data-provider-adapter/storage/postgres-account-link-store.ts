import { Injectable } from '@nestjs/common';
import type { Instant, ParticipantId } from '#domain';
import { Database, sql, type Transaction } from '#platform';
import type { AccountLink, LinkedAccount } from '../account-links/account-link.ts';
import { AccountLinkStore } from '../account-links/account-link-store.ts';

const columns = `link_id AS "linkId", manager, principal, account_key AS "accountKey", label,
  data_types AS "dataTypes", state`;

// The update changes nothing: it makes the row that was there come back, and locks it.
const addLink = sql(
  'add-account-link',
  `INSERT INTO account_links (link_id, manager, principal, account_key, label, data_types, state, linked_at)
   VALUES ($1, $2, $3, $4, $5, $6, 'ACTIVE', $7)
   ON CONFLICT (manager, principal, account_key) WHERE state = 'ACTIVE'
   DO UPDATE SET label = excluded.label, data_types = excluded.data_types RETURNING ${columns}`,
);
const lockLink = sql('lock-account-link', `SELECT ${columns} FROM account_links WHERE link_id = $1 FOR UPDATE`);
const endLink = sql('end-account-link', `UPDATE account_links SET state = 'ENDED', ended_at = $2 WHERE link_id = $1`);
const findLinks = sql(
  'find-active-account-links',
  `SELECT link_id AS "linkId", account_key AS "accountKey", label, data_types AS "dataTypes" FROM account_links
   WHERE link_id = ANY ($1::uuid[]) AND manager = $2 AND principal = $3 AND state = 'ACTIVE'
   ORDER BY array_position($1::uuid[], link_id)`,
);

@Injectable()
export class PostgresAccountLinkStore extends AccountLinkStore {
  constructor(private readonly database: Database) {
    super();
  }

  async link(tx: Transaction, link: Omit<AccountLink, 'state'>, at: Instant): Promise<AccountLink> {
    const { linkId, manager, principal, accountKey, label, dataTypes } = link;
    const values = [linkId, manager, principal, accountKey, label, dataTypes, at];
    const [made] = await tx.query<AccountLink>(addLink, values);
    if (made === undefined) throw new Error('an account link was neither made nor found');
    return made;
  }

  async end(tx: Transaction, linkId: string, at: Instant): Promise<{ link: AccountLink; ended: boolean } | undefined> {
    const [link] = await tx.query<AccountLink>(lockLink, [linkId]);
    if (link === undefined) return undefined;
    const ended = link.state === 'ACTIVE';
    if (ended) await tx.query(endLink, [linkId, at]);
    return { link, ended };
  }

  findActive(manager: ParticipantId, principal: string, linkIds: readonly string[]): Promise<LinkedAccount[]> {
    return this.database.read<LinkedAccount>(findLinks, [linkIds, manager, principal]);
  }
}
