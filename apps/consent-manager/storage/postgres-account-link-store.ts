import { Injectable } from '@nestjs/common';
import type { Instant, ParticipantId } from '#domain';
import { Database, sql, type Transaction } from '#platform';
import { type AccountLink, type AccountLinkRequest, AccountLinkStore } from '../account-links/account-link-store.ts';
import type { LinkedAccount } from '../consents/choose-grant.ts';

const request = `id, principal_id AS "principalId", data_provider AS "dataProvider",
  provider_request_id AS "providerRequestId", expires_at AS "expiresAt"`;

const link = `id, principal_id AS "principalId", data_provider AS "dataProvider", provider_link_id AS "providerLinkId",
  label, data_types AS "dataTypes", state, linked_at AS "linkedAt"`;

const addRequest = sql(
  'add-account-link-request',
  `INSERT INTO account_link_requests (id, principal_id, data_provider, provider_request_id, expires_at)
   VALUES ($1, $2, $3, $4, $5)`,
);

const findRequest = sql(
  'find-account-link-request',
  `SELECT ${request} FROM account_link_requests WHERE id = $1 AND principal_id = $2`,
);

const add = sql(
  'add-account-link',
  `INSERT INTO account_links (id, principal_id, data_provider, provider_link_id, label, data_types, state, linked_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (data_provider, provider_link_id) DO NOTHING RETURNING id`,
);

const listOf = sql('account-links-of', `SELECT ${link} FROM account_links WHERE principal_id = $1 ORDER BY id`);

const holdActive = sql(
  'hold-active-account-links',
  `SELECT id, data_provider AS "dataProvider", provider_link_id AS "providerLinkId", data_types AS "dataTypes"
   FROM account_links WHERE principal_id = $1 AND state = 'ACTIVE' ORDER BY id FOR SHARE`,
);

const lock = sql(
  'lock-account-link',
  `SELECT ${link} FROM account_links WHERE id = $1 AND principal_id = $2 FOR UPDATE`,
);

const lockAtProvider = sql(
  'lock-account-link-at-provider',
  `SELECT ${link} FROM account_links WHERE data_provider = $1 AND provider_link_id = $2 FOR UPDATE`,
);

const end = sql('end-account-link', "UPDATE account_links SET state = 'ENDED', ended_at = $2 WHERE id = $1");

const findUntold = sql(
  'find-untold-account-links',
  `SELECT ${link} FROM account_links WHERE provider_told_at IS NULL AND ended_at IS NOT NULL ORDER BY ended_at LIMIT $1`,
);

const markTold = sql('mark-account-link-told', 'UPDATE account_links SET provider_told_at = $2 WHERE id = $1');

const forgetRequests = sql(
  'forget-account-link-requests',
  `DELETE FROM account_link_requests WHERE id IN
     (SELECT id FROM account_link_requests WHERE expires_at < $1 LIMIT 5000) RETURNING 1 AS one`,
);

@Injectable()
export class PostgresAccountLinkStore extends AccountLinkStore {
  constructor(private readonly database: Database) {
    super();
  }

  async addRequest({ id, principalId, dataProvider, providerRequestId, expiresAt }: AccountLinkRequest): Promise<void> {
    await this.database.read(addRequest, [id, principalId, dataProvider, providerRequestId, expiresAt]);
  }

  async findRequest(id: string, principalId: string): Promise<AccountLinkRequest | undefined> {
    const [found] = await this.database.read<AccountLinkRequest>(findRequest, [id, principalId]);
    return found;
  }

  async add(tx: Transaction, added: AccountLink): Promise<boolean> {
    const { id, principalId, dataProvider, providerLinkId, label, dataTypes, state, linkedAt } = added;
    const types = JSON.stringify(dataTypes);
    const values = [id, principalId, dataProvider, providerLinkId, label, types, state, linkedAt];
    return (await tx.query(add, values)).length === 1;
  }

  async listOf(principalId: string): Promise<AccountLink[]> {
    return this.database.read<AccountLink>(listOf, [principalId]);
  }

  async holdActive(tx: Transaction, principalId: string): Promise<LinkedAccount[]> {
    return tx.query<LinkedAccount>(holdActive, [principalId]);
  }

  async lock(tx: Transaction, id: string, principalId: string): Promise<AccountLink | undefined> {
    return (await tx.query<AccountLink>(lock, [id, principalId]))[0];
  }

  async lockAtProvider(tx: Transaction, dataProvider: ParticipantId, id: string): Promise<AccountLink | undefined> {
    return (await tx.query<AccountLink>(lockAtProvider, [dataProvider, id]))[0];
  }

  async end(tx: Transaction, id: string, now: Instant): Promise<void> {
    await tx.query(end, [id, now]);
  }

  async findUntold(limit: number): Promise<AccountLink[]> {
    return this.database.read<AccountLink>(findUntold, [limit]);
  }

  async markTold(id: string, now: Instant, tx?: Transaction): Promise<void> {
    await this.database.read(markTold, [id, now], tx);
  }

  async forgetRequests(before: Instant): Promise<number> {
    return (await this.database.read(forgetRequests, [before])).length;
  }
}
