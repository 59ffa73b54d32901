import { Injectable } from '@nestjs/common';
import type { Instant } from '#domain';
import { Database, sql, type Transaction } from '#platform';
import { type ApprovalDraft, ApprovalDraftStore } from '../consent-requests/approval-draft-store.ts';

const keep = sql(
  'keep-approval-draft',
  `INSERT INTO approval_drafts (id, handle, principal_id, decision, artefacts, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (handle) DO UPDATE SET id = excluded.id,
     principal_id = excluded.principal_id, decision = excluded.decision, artefacts = excluded.artefacts,
     expires_at = excluded.expires_at`,
);

const take = sql(
  'take-approval-draft',
  `DELETE FROM approval_drafts WHERE id = $1 AND handle = $2 AND principal_id = $3 AND expires_at > $4
   RETURNING id, handle, principal_id AS "principalId", decision, artefacts, expires_at AS "expiresAt"`,
);

const forget = sql('forget-approval-drafts', 'DELETE FROM approval_drafts WHERE expires_at <= $1 RETURNING 1 AS one');

@Injectable()
export class PostgresApprovalDraftStore extends ApprovalDraftStore {
  constructor(private readonly database: Database) {
    super();
  }

  keep(tx: Transaction, { id, handle, principalId, decision, artefacts, expiresAt }: ApprovalDraft): void {
    const content = [JSON.stringify(decision), JSON.stringify(artefacts)];
    tx.write(keep, [id, handle, principalId, ...content, expiresAt]);
  }

  async take(
    tx: Transaction,
    { id, handle, principalId }: Parameters<ApprovalDraftStore['take']>[1],
    now: Instant,
  ): Promise<ApprovalDraft | undefined> {
    return (await tx.query<ApprovalDraft>(take, [id, handle, principalId, now]))[0];
  }

  async forgetExpired(now: Instant): Promise<number> {
    return (await this.database.read(forget, [now])).length;
  }
}
