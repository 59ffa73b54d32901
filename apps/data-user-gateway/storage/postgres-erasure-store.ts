import { Injectable } from '@nestjs/common';
import type { Instant } from '#domain';
import { Database, sql, type Transaction } from '#platform';
import { type ErasedSession, ErasureStore, type KeptReceipt, type LeftOvers } from '../data-erasure/erasure-store.ts';
import type { OverdueErasure } from '../data-erasure/overdue-erasure.ts';

const listLapsed = sql(
  'list-lapsed-consents',
  `(SELECT consent_id AS "consentId" FROM data_sessions WHERE erased_at IS NULL AND erase_by <= $1
    ORDER BY erase_by LIMIT $2)
   UNION
   (SELECT k.consent_id FROM consent_keys k WHERE NOT EXISTS (
      SELECT FROM data_sessions s WHERE s.consent_id = k.consent_id
        AND (s.state = 'ACTIVE' OR s.erase_by IS NOT NULL AND s.erased_at IS NULL)) LIMIT $2)`,
);
/** Files of a hand-over `h` that lie there still: deleting them has not gone through, or was given up. */
const isLeft = `h.kind = 'file' AND (h.state = 'ERASING' OR h.state = 'UNREACHABLE' AND h.erased_at IS NULL)`;
/** Of a session `s`: only then is it erased, whatever became of its rows. */
const hasNoFiles = `NOT EXISTS (SELECT FROM hand_overs h WHERE h.session_id = s.id AND ${isLeft})`;
/** Records in the deleted parts of a session, as its parts say. */
const recordsDeleted = `(SELECT coalesce(sum((c->>'records')::integer), 0)
  FROM deleted d, json_array_elements(d.counts) c WHERE d.session_id = s.id)`;
const endDataLives = sql(
  'end-data-lives',
  `WITH deleted AS (
     DELETE FROM received_parts WHERE session_id IN (
       SELECT id FROM data_sessions WHERE consent_id = $1 AND erased_at IS NULL AND erase_by <= $2)
     RETURNING session_id, counts)
   UPDATE data_sessions s SET erased_at = $2, work = 'NONE', access_token = NULL, worker = NULL, leased_until = NULL,
     erased_rows = s.erased_rows + ${recordsDeleted}
   WHERE s.consent_id = $1 AND s.erased_at IS NULL AND s.erase_by <= $2`,
);
const listRevoked = sql(
  'list-revoked-consents',
  `SELECT c.id AS "consentId" FROM consents c
   WHERE c.state = 'REVOKED' AND (c.claims->'terms'->>'eraseOnRevocation')::boolean
     AND (EXISTS (SELECT FROM consent_keys k WHERE k.consent_id = c.id)
       OR EXISTS (SELECT FROM data_sessions s WHERE s.consent_id = c.id AND s.erase_by IS NOT NULL
         AND s.erased_at IS NULL))
   LIMIT $1`,
);
const listOverdue = sql(
  'list-overdue-sessions',
  `(SELECT id AS "sessionId", consent_id AS "consentId", 'data-life-ended' AS reason, erase_by AS "eraseBy"
    FROM data_sessions WHERE erased_at IS NULL AND erase_by <= $1 ORDER BY erase_by LIMIT $2)
   UNION ALL
   (SELECT s.id, s.consent_id, 'consent-revoked', s.erase_by
    FROM data_sessions s JOIN consents c ON c.id = s.consent_id
    WHERE s.erased_at IS NULL AND s.erase_by > $1 AND c.state = 'REVOKED'
      AND (c.changed_at IS NULL OR c.changed_at <= $1)
      AND (c.claims->'terms'->>'eraseOnRevocation')::boolean ORDER BY s.erase_by LIMIT $2)
   UNION ALL
   (SELECT h.session_id, h.consent_id, 'files-not-deleted', coalesce(s.erase_by, h.trying_since)
    FROM hand_overs h LEFT JOIN data_sessions s ON s.id = h.session_id
    WHERE ${isLeft} AND (h.state = 'UNREACHABLE' OR h.trying_since <= $1) ORDER BY h.trying_since LIMIT $2)`,
);
const isInUse = sql(
  'is-consent-in-use',
  `SELECT EXISTS (SELECT FROM data_sessions s WHERE s.consent_id = $1
     AND (s.state = 'ACTIVE' OR s.erase_by IS NOT NULL AND s.erased_at IS NULL)) AS "inUse"`,
);
const hasUnaccounted = sql(
  'has-unaccounted-data',
  `SELECT EXISTS (SELECT FROM data_sessions s WHERE consent_id = $1 AND erased_at IS NOT NULL
     AND receipt_id IS NULL AND ${hasNoFiles})
   OR EXISTS (SELECT FROM hand_overs h WHERE h.consent_id = $1 AND h.begun AND h.reported_state IS NULL AND ${isLeft})
     AS "unaccounted"`,
);
const endSessions = sql(
  'end-sessions-of-consent',
  `UPDATE data_sessions SET state = 'FAILED', refusal = $2, erased_at = $3
   WHERE consent_id = $1 AND state = 'ACTIVE'`,
);
const eraseSessions = sql(
  'erase-sessions',
  `WITH deleted AS (DELETE FROM received_parts WHERE consent_id = $1 RETURNING session_id, counts)
   UPDATE data_sessions s SET work = 'NONE', recipient_key = NULL, access_token = NULL, worker = NULL,
     leased_until = NULL, erased_at = coalesce(s.erased_at, $2),
     erased_rows = s.erased_rows + ${recordsDeleted}
   WHERE s.consent_id = $1 AND s.receipt_id IS NULL`,
);
const accountFor = sql(
  'account-for-sessions',
  `UPDATE data_sessions s SET receipt_id = $2
   WHERE consent_id = $1 AND receipt_id IS NULL AND erased_at IS NOT NULL AND ${hasNoFiles}
   RETURNING id AS "sessionId", manifest_digest AS "manifestDigest", erased_rows AS rows`,
);
const countLeftOvers = sql(
  'count-left-overs',
  `SELECT (SELECT count(*) FROM received_parts WHERE consent_id = $1) AS parts,
     (SELECT count(*) FROM consent_keys WHERE consent_id = $1) AS keys,
     (SELECT count(*) FROM data_sessions WHERE consent_id = $1
       AND (recipient_key IS NOT NULL OR access_token IS NOT NULL)) AS secrets,
     (SELECT count(*) FROM hand_overs h JOIN data_sessions s ON s.id = h.session_id
       WHERE h.consent_id = $1 AND h.begun AND h.kind <> 'read' AND h.state IN ('WAITING', 'DELIVERED', 'FAILED')
         AND s.erased_at IS NOT NULL) AS "handOvers"`,
);
const columns = `id, consent_id AS "consentId", reason, receipt, erased_at AS "erasedAt"`;
const addReceipt = sql(
  'add-deletion-receipt',
  'INSERT INTO deletion_receipts (id, consent_id, reason, receipt, erased_at) VALUES ($1, $2, $3, $4, $5)',
);
const replaceReceipt = sql(
  'replace-deletion-receipt',
  'UPDATE deletion_receipts SET receipt = $3 WHERE consent_id = $1 AND receipt = $2 RETURNING id',
);
const countReceipts = sql(
  'count-deletion-receipts',
  'SELECT count(*) AS count FROM deletion_receipts WHERE consent_id = $1',
);
const findLastReceipt = sql(
  'find-last-deletion-receipt',
  `SELECT ${columns} FROM deletion_receipts WHERE consent_id = $1 ORDER BY id DESC LIMIT 1`,
);

type OfConsent = { readonly consentId: string };

@Injectable()
export class PostgresErasureStore extends ErasureStore {
  constructor(private readonly database: Database) {
    super();
  }

  async listLapsed(now: Instant, limit: number): Promise<string[]> {
    return (await this.database.read<OfConsent>(listLapsed, [now, limit])).map(({ consentId }) => consentId);
  }

  async listRevoked(limit: number): Promise<string[]> {
    return (await this.database.read<OfConsent>(listRevoked, [limit])).map(({ consentId }) => consentId);
  }

  async listOverdue(before: Instant, limit: number): Promise<OverdueErasure[]> {
    return (await this.database.read<OverdueErasure>(listOverdue, [before, limit])).slice(0, limit);
  }

  endDataLives(tx: Transaction, consentId: string, now: Instant): void {
    tx.write(endDataLives, [consentId, now]);
  }

  async isInUse(tx: Transaction, consentId: string): Promise<boolean> {
    return (await tx.query<{ inUse: boolean }>(isInUse, [consentId]))[0]?.inUse === true;
  }

  async hasUnaccounted(tx: Transaction, consentId: string): Promise<boolean> {
    return (await tx.query<{ unaccounted: boolean }>(hasUnaccounted, [consentId]))[0]?.unaccounted === true;
  }

  eraseSessions(tx: Transaction, consentId: string, refusal: object, now: Instant): void {
    tx.write(endSessions, [consentId, JSON.stringify(refusal), now]);
    tx.write(eraseSessions, [consentId, now]);
  }

  async accountFor(tx: Transaction, consentId: string, receiptId: string): Promise<ErasedSession[]> {
    return tx.query<ErasedSession>(accountFor, [consentId, receiptId]);
  }

  async countLeftOvers(tx: Transaction, consentId: string): Promise<LeftOvers> {
    const [counts] = await tx.query<LeftOvers>(countLeftOvers, [consentId]);
    return counts ?? { parts: 0, keys: 0, secrets: 0, handOvers: 0 };
  }

  addReceipt(tx: Transaction, { id, consentId, reason, receipt, erasedAt }: KeptReceipt): void {
    tx.write(addReceipt, [id, consentId, reason, receipt, erasedAt]);
  }

  async replaceReceipt(tx: Transaction, consentId: string, was: string, receipt: string): Promise<boolean> {
    return (await tx.query(replaceReceipt, [consentId, was, receipt])).length > 0;
  }

  async countReceipts(tx: Transaction, consentId: string): Promise<number> {
    return (await tx.query<{ count: number }>(countReceipts, [consentId]))[0]?.count ?? 0;
  }

  async findLastReceipt(consentId: string, tx?: Transaction): Promise<KeptReceipt | undefined> {
    return (await this.database.read<KeptReceipt>(findLastReceipt, [consentId], tx))[0];
  }
}
