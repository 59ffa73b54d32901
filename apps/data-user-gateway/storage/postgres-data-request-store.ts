import { Injectable } from '@nestjs/common';
import type { Instant } from '#domain';
import { Database, sql, type Transaction } from '#platform';
import type { AskedData } from '../data-requests/asked-data.ts';
import { DataRequestStore } from '../data-requests/data-request-store.ts';
import type { RefusedBy } from '../refusals/refused-by.ts';

const columns = `id, request_id AS "requestId", ask_digest AS "askDigest", consent_id AS "consentId", manager,
  data_types AS "dataTypes", data_range AS "dataRange", jkt, fetch_time AS "fetch", own_check AS "ownCheck", state, use_id AS "useId",
  requested_at AS "requestedAt", refusal, tries, next_try_at AS "nextTryAt", created_at AS "createdAt"`;

const add = sql(
  'add-data-request',
  `INSERT INTO data_requests (id, request_id, ask_digest, consent_id, manager, data_types, data_range, jkt, fetch_time,
     own_check, state, tries, next_try_at, created_at, sent_by)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'PENDING', 0, $11, $12, $13) ON CONFLICT (request_id) DO NOTHING`,
);
const find = sql('find-data-request', `SELECT ${columns} FROM data_requests WHERE id = $1`);
const findByRequestId = sql('find-data-request-by-id', `SELECT ${columns} FROM data_requests WHERE request_id = $1`);
const listOfConsent = sql(
  'list-data-requests',
  `SELECT ${columns} FROM data_requests WHERE consent_id = $1 ORDER BY id DESC LIMIT 200`,
);
const takeDue = sql(
  'take-due-data-requests',
  `UPDATE data_requests SET tries = tries + 1, next_try_at = $2, sent_by = $4 WHERE id IN (
     SELECT id FROM data_requests WHERE state = 'PENDING' AND next_try_at <= $1
     ORDER BY next_try_at LIMIT $3 FOR UPDATE SKIP LOCKED) RETURNING ${columns}`,
);
const putOff = sql('put-off-data-request', 'UPDATE data_requests SET next_try_at = $2, sent_by = NULL WHERE id = $1');
const free = sql(
  'free-data-requests',
  `UPDATE data_requests SET next_try_at = $2, sent_by = NULL
   WHERE sent_by = ANY ($1::uuid[]) AND state = 'PENDING' RETURNING id`,
);
const recordUse = sql(
  'record-use',
  `UPDATE data_requests SET state = 'AUTHORISED', use_id = $2, requested_at = $3
   WHERE id = $1 AND state = 'PENDING' RETURNING id`,
);
const recordRefusal = sql(
  'refuse-data-request',
  `UPDATE data_requests SET state = 'REFUSED', refusal = $2 WHERE id = $1 AND state = 'PENDING'`,
);
const refuseWaiting = sql(
  'refuse-waiting-data-requests',
  `UPDATE data_requests SET state = 'REFUSED', refusal = $2 WHERE consent_id = $1 AND state = 'PENDING'`,
);

@Injectable()
export class PostgresDataRequestStore extends DataRequestStore {
  constructor(private readonly database: Database) {
    super();
  }

  async add(asked: AskedData, replica: string): Promise<AskedData> {
    const { id, requestId, askDigest, consentId, manager, dataTypes, dataRange, jkt, fetch, ownCheck } = asked;
    const json = [JSON.stringify(dataTypes), JSON.stringify(dataRange)];
    const times = [asked.nextTryAt, asked.createdAt];
    await this.database.read(add, [
      id,
      requestId,
      askDigest,
      consentId,
      manager,
      ...json,
      jkt,
      fetch,
      ownCheck,
      ...times,
      replica,
    ]);
    const kept = await this.findByRequestId(requestId);
    if (kept === undefined) throw new Error('a data request vanished while it was written down');
    return kept;
  }

  async find(id: string): Promise<AskedData | undefined> {
    return (await this.database.read<AskedData>(find, [id]))[0];
  }

  async findByRequestId(requestId: string): Promise<AskedData | undefined> {
    return (await this.database.read<AskedData>(findByRequestId, [requestId]))[0];
  }

  async listOfConsent(consentId: string): Promise<AskedData[]> {
    return this.database.read<AskedData>(listOfConsent, [consentId]);
  }

  async takeDue(now: Instant, until: Instant, replica: string, limit: number): Promise<AskedData[]> {
    return this.database.read<AskedData>(takeDue, [now, until, limit, replica]);
  }

  async free(tx: Transaction, replicas: readonly string[], now: Instant): Promise<boolean> {
    return (await tx.query(free, [replicas, now])).length > 0;
  }

  async putOff(id: string, nextTryAt: Instant): Promise<void> {
    await this.database.read(putOff, [id, nextTryAt]);
  }

  async recordUse(tx: Transaction, id: string, useId: string, requestedAt: Instant): Promise<boolean> {
    return (await tx.query(recordUse, [id, useId, requestedAt])).length > 0;
  }

  async recordRefusal(id: string, refusal: RefusedBy): Promise<void> {
    await this.database.read(recordRefusal, [id, JSON.stringify(refusal)]);
  }

  async refuseWaiting(tx: Transaction, consentId: string, refusal: RefusedBy): Promise<void> {
    await tx.query(refuseWaiting, [consentId, JSON.stringify(refusal)]);
  }
}
