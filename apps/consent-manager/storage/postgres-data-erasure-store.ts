import { Injectable } from '@nestjs/common';
import type { Instant, ParticipantId } from '#domain';
import { Database, sql, type Transaction } from '#platform';
import {
  DataErasureStore,
  type ErasedConsent,
  type KeptReceipt,
  type OverdueErasure,
} from '../data-erasure/data-erasure-store.ts';

const findConsent = sql(
  'find-consent-to-erase',
  `SELECT c.id AS "consentId", c.principal_id AS "principalId"
   FROM consent_artefacts a JOIN consents c ON c.id = a.consent_id
   WHERE a.id = $1 AND a.counterpart = $2 AND a.recipient = 'data-user'`,
);

const keep = sql(
  'keep-deletion-receipt',
  `INSERT INTO deletion_receipts (id, consent_id, reason, erased_at, token) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT DO NOTHING RETURNING id`,
);

const markErased = sql(
  'mark-data-sessions-erased',
  `UPDATE data_sessions SET erased_at = $3
   WHERE consent_id = $1 AND id = ANY($2::uuid[]) AND erased_at IS NULL`,
);

const bringForward = sql(
  'bring-erasure-forward',
  `UPDATE data_sessions SET erase_by = least(erase_by, $2)
   WHERE consent_id = $1 AND (erase_by IS NOT NULL OR served > 0) AND erased_at IS NULL`,
);

const takeOverdue = sql(
  'take-overdue-erasures',
  `WITH overdue AS (
     SELECT id FROM data_sessions WHERE erased_at IS NULL AND overdue_told_at IS NULL AND erase_by < $1
     ORDER BY erase_by LIMIT $2 FOR UPDATE SKIP LOCKED
   )
   UPDATE data_sessions s SET overdue_told_at = $1 FROM overdue, consents c
   WHERE s.id = overdue.id AND c.id = s.consent_id
   RETURNING s.id AS "sessionId", c.id AS "consentId", c.principal_id AS "principalId", c.data_user AS "dataUser"`,
);

const countOverdue = sql(
  'count-all-overdue-erasures',
  'SELECT count(*)::int AS count FROM data_sessions WHERE erased_at IS NULL AND overdue_told_at IS NOT NULL',
);

@Injectable()
export class PostgresDataErasureStore extends DataErasureStore {
  constructor(private readonly database: Database) {
    super();
  }

  async countOverdue(): Promise<number> {
    return (await this.database.read<{ count: number }>(countOverdue))[0]?.count ?? 0;
  }

  async findConsent(tx: Transaction, artefactId: string, dataUser: ParticipantId): Promise<ErasedConsent | undefined> {
    return (await tx.query<ErasedConsent>(findConsent, [artefactId, dataUser]))[0];
  }

  async keep(tx: Transaction, { id, consentId, reason, erasedAt, token }: KeptReceipt): Promise<boolean> {
    return (await tx.query(keep, [id, consentId, reason, erasedAt, token])).length === 1;
  }

  markErased(tx: Transaction, receipt: KeptReceipt, sessionIds: readonly string[]): void {
    tx.write(markErased, [receipt.consentId, sessionIds, receipt.erasedAt]);
  }

  bringForward(tx: Transaction, consentId: string, eraseBy: Instant): void {
    tx.write(bringForward, [consentId, eraseBy]);
  }

  async takeOverdue(tx: Transaction, now: Instant, limit: number): Promise<OverdueErasure[]> {
    return tx.query<OverdueErasure>(takeOverdue, [now, limit]);
  }
}
