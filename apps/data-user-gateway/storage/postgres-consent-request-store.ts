import { Injectable } from '@nestjs/common';
import type { ParticipantId, RequestState } from '#domain';
import { AuditTrail, Database, insertTrail, sql, type Transaction } from '#platform';
import { digestOfCanonical } from '#protocol';
import { tellNews } from '../api/news.ts';
import type { AskedConsent } from '../consent-requests/asked-consent.ts';
import {
  type AnsweredConsent,
  ConsentRequestStore,
  type RecordedHandle,
  type RequestPage,
} from '../consent-requests/consent-request-store.ts';

const columns = `id, request_id AS "requestId", ask_digest AS "askDigest", manager, principal, terms, notice,
  may_be_narrowed AS "mayBeNarrowed", state, reason, handle, approval_url AS "approvalUrl", expires_at AS "expiresAt",
  consent_id AS "consentId", created_at AS "createdAt"`;

const add = sql(
  'add-consent-request',
  `WITH added AS (INSERT INTO consent_requests (id, request_id, ask_digest, manager, principal, terms, notice, may_be_narrowed, state,
     created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (request_id) DO NOTHING RETURNING id
   ), noted AS (${insertTrail(11, 'added')}) SELECT id FROM added`,
);
const findByRequestId = sql('find-request-by-id', `SELECT ${columns} FROM consent_requests WHERE request_id = $1`);
const find = sql('find-consent-request', `SELECT ${columns} FROM consent_requests WHERE id = $1`);
const list = sql(
  'list-consent-requests',
  `SELECT ${columns} FROM consent_requests
   WHERE ($1::text IS NULL OR state = $1) AND ($2::uuid IS NULL OR id < $2) ORDER BY id DESC LIMIT $3`,
);
const forgetUnanswered = sql(
  'forget-unanswered-request',
  'DELETE FROM consent_requests WHERE id = $1 AND handle IS NULL',
);
const recordHandle = sql(
  'record-handle',
  `UPDATE consent_requests SET handle = $2, approval_url = $3, expires_at = $4 WHERE id = $1`,
);
const lockByRequestId = sql(
  'lock-request-by-id',
  `SELECT ${columns} FROM consent_requests WHERE manager = $1 AND request_id = $2 FOR UPDATE`,
);
const findByHandle = sql(
  'find-request-by-handle',
  `SELECT ${columns} FROM consent_requests WHERE manager = $1 AND handle = $2`,
);
const lockByHandle = sql(
  'lock-request-by-handle',
  `SELECT ${columns}, EXISTS (SELECT FROM consents c WHERE c.id = $3) AS "isHeld"
   FROM consent_requests WHERE manager = $1 AND handle = $2 FOR UPDATE`,
);
const recordEnd = sql('end-consent-request', 'UPDATE consent_requests SET state = $2, reason = $3 WHERE id = $1');

@Injectable()
export class PostgresConsentRequestStore extends ConsentRequestStore {
  constructor(
    private readonly database: Database,
    private readonly trail: AuditTrail,
  ) {
    super();
  }

  async add(asked: AskedConsent, operator?: string): Promise<AskedConsent> {
    const digest = digestOfCanonical(asked.terms);
    const noted = this.trail.prepare({
      act: 'consent-request.asked',
      counterpart: asked.manager,
      request: asked.requestId,
      digest,
      operator,
    });
    const added = await this.database.read(add, [
      asked.id,
      asked.requestId,
      asked.askDigest,
      asked.manager,
      asked.principal,
      JSON.stringify(asked.terms),
      JSON.stringify(asked.notice),
      asked.mayBeNarrowed,
      asked.state,
      asked.createdAt,
      ...noted.values,
    ]);
    if (added.length > 0) {
      noted.begin();
      return asked;
    }
    const [kept] = await this.database.read<AskedConsent>(findByRequestId, [asked.requestId]);
    if (kept === undefined) throw new Error('a consent request vanished while it was written down');
    return kept;
  }

  async find(id: string): Promise<AskedConsent | undefined> {
    return (await this.database.read<AskedConsent>(find, [id]))[0];
  }

  async list({ state, after, limit }: RequestPage): Promise<AskedConsent[]> {
    return this.database.read<AskedConsent>(list, [state ?? null, after ?? null, limit]);
  }

  async forgetUnanswered(id: string): Promise<void> {
    await this.database.read(forgetUnanswered, [id]);
  }

  async recordHandle(id: string, { handle, approvalUrl, expiresAt }: RecordedHandle): Promise<void> {
    await this.database.read(recordHandle, [id, handle, approvalUrl, expiresAt]);
  }

  async lockByRequestId(tx: Transaction, manager: ParticipantId, requestId: string): Promise<AskedConsent | undefined> {
    return (await tx.query<AskedConsent>(lockByRequestId, [manager, requestId]))[0];
  }

  async findByHandle(manager: ParticipantId, handle: string): Promise<AskedConsent | undefined> {
    return (await this.database.read<AskedConsent>(findByHandle, [manager, handle]))[0];
  }

  async lockByHandle(
    tx: Transaction,
    manager: ParticipantId,
    handle: string,
    consentId: string,
  ): Promise<AnsweredConsent | undefined> {
    return (await tx.query<AnsweredConsent>(lockByHandle, [manager, handle, consentId]))[0];
  }

  recordEnd(tx: Transaction, id: string, state: RequestState, reason: string | undefined): void {
    tx.write(recordEnd, [id, state, reason ?? null]);
    this.database.afterCommit(tx, () => tellNews(id));
  }
}
