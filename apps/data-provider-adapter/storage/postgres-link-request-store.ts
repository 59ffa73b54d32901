import { Injectable } from '@nestjs/common';
import type { Instant } from '#domain';
import { Database, sql, type Transaction } from '#platform';
import type { LinkOffer, LinkRequest } from '../account-links/account-link.ts';
import { LinkRequestStore } from '../account-links/link-request-store.ts';

const columns = `link_request_id AS "linkRequestId", manager, principal, coalesce(identifiers, '[]') AS identifiers,
  expires_at AS "expiresAt", tries, offers`;

const add = sql(
  'add-link-request',
  `INSERT INTO link_requests (link_request_id, manager, principal, identifiers, expires_at, tries, offers)
   VALUES ($1, $2, $3, $4, $5, 0, '[]')`,
);
const findWaiting = sql(
  'find-waiting-link-request',
  `SELECT ${columns} FROM link_requests WHERE link_request_id = $1 AND identifiers IS NOT NULL`,
);
const listWaiting = sql(
  'list-waiting-link-requests',
  `SELECT link_request_id AS id FROM link_requests WHERE identifiers IS NOT NULL AND expires_at > $1
   ORDER BY expires_at LIMIT $2`,
);
const offer = sql('offer-accounts', 'UPDATE link_requests SET offers = $2 WHERE link_request_id = $1');
const markSent = sql(
  'mark-link-request-sent',
  'UPDATE link_requests SET identifiers = NULL WHERE link_request_id = $1',
);
const lock = sql('lock-link-request', `SELECT ${columns} FROM link_requests WHERE link_request_id = $1 FOR UPDATE`);
const countTry = sql('count-code-try', 'UPDATE link_requests SET tries = tries + 1 WHERE link_request_id = $1');
const remove = sql('remove-link-request', 'DELETE FROM link_requests WHERE link_request_id = $1');
const removeLapsed = sql('remove-lapsed-link-requests', 'DELETE FROM link_requests WHERE expires_at <= $1');

@Injectable()
export class PostgresLinkRequestStore extends LinkRequestStore {
  constructor(private readonly database: Database) {
    super();
  }

  async add(tx: Transaction, request: Omit<LinkRequest, 'tries' | 'offers'>): Promise<void> {
    const { linkRequestId, manager, principal, identifiers, expiresAt } = request;
    await tx.query(add, [linkRequestId, manager, principal, JSON.stringify(identifiers), expiresAt]);
  }

  async findWaiting(linkRequestId: string): Promise<LinkRequest | undefined> {
    const [found] = await this.database.read<LinkRequest>(findWaiting, [linkRequestId]);
    return found;
  }

  async listWaiting(now: Instant, limit: number): Promise<string[]> {
    return (await this.database.read<{ id: string }>(listWaiting, [now, limit])).map(({ id }) => id);
  }

  async offer(linkRequestId: string, offers: readonly LinkOffer[]): Promise<void> {
    await this.database.read(offer, [linkRequestId, JSON.stringify(offers)]);
  }

  async markSent(linkRequestId: string): Promise<void> {
    await this.database.read(markSent, [linkRequestId]);
  }

  async lock(tx: Transaction, linkRequestId: string): Promise<LinkRequest | undefined> {
    const [found] = await tx.query<LinkRequest>(lock, [linkRequestId]);
    return found;
  }

  async countTry(tx: Transaction, linkRequestId: string): Promise<void> {
    await tx.query(countTry, [linkRequestId]);
  }

  async remove(tx: Transaction, linkRequestId: string): Promise<void> {
    await tx.query(remove, [linkRequestId]);
  }

  async removeLapsed(now: Instant): Promise<void> {
    await this.database.read(removeLapsed, [now]);
  }
}
