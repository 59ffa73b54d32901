import { Injectable } from '@nestjs/common';
import type { Instant } from '#domain';
import { Database, sql, type Transaction } from '#platform';
import { RequestMessageStore, type WaitingRequest } from '../request-messages/request-message-store.ts';

const waiting = "write_at IS NOT NULL AND state = 'PENDING'";

const findPerson = sql(
  'find-person-to-write-to',
  `SELECT principal_id AS id FROM consent_requests WHERE handle = $1 AND principal_id IS NOT NULL AND ${waiting}`,
);

const findPeople = sql(
  'people-to-write-to',
  `SELECT DISTINCT principal_id AS id FROM (
     SELECT principal_id FROM consent_requests WHERE ${waiting} AND write_at <= $1 AND expires_at > $1
     ORDER BY write_at LIMIT $2) AS due`,
);

const lockDue = sql(
  'lock-requests-to-write-about',
  `SELECT handle, data_user AS "dataUser", expires_at AS "expiresAt" FROM consent_requests
   WHERE principal_id = $1 AND ${waiting} AND write_at <= $2 AND expires_at > $2
   ORDER BY handle LIMIT $3 FOR NO KEY UPDATE SKIP LOCKED`,
);

const postpone = sql('postpone-writing', 'UPDATE consent_requests SET write_at = $2 WHERE handle = ANY($1::uuid[])');

const markWritten = sql('mark-written', 'UPDATE consent_requests SET write_at = NULL WHERE handle = ANY($1::uuid[])');

@Injectable()
export class PostgresRequestMessageStore extends RequestMessageStore {
  constructor(private readonly database: Database) {
    super();
  }

  async findPerson(handle: string): Promise<string | undefined> {
    return (await this.database.read<{ id: string }>(findPerson, [handle]))[0]?.id;
  }

  async findPeople(now: Instant, limit: number): Promise<string[]> {
    return (await this.database.read<{ id: string }>(findPeople, [now, limit])).map(({ id }) => id);
  }

  async lockDue(tx: Transaction, principalId: string, now: Instant, limit: number): Promise<WaitingRequest[]> {
    return tx.query<WaitingRequest>(lockDue, [principalId, now, limit]);
  }

  async postpone(tx: Transaction, handles: readonly string[], until: Instant): Promise<void> {
    await tx.query(postpone, [handles, until]);
  }

  async markWritten(handles: readonly string[]): Promise<void> {
    await this.database.read(markWritten, [handles]);
  }
}
