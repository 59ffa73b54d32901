import { Injectable } from '@nestjs/common';
import { Database, sql } from '#platform';
import { type ConsentToReceipt, ReceiptStore, type ReleaseToReceipt } from '../receipts/receipt-store.ts';
import { type ConsentColumns, consentColumns, toConsent } from './consent-columns.ts';

const findConsent = sql(
  'find-consent-to-receipt',
  `SELECT ${consentColumns}, evidence, trail_entry AS trailed,
     (SELECT notice FROM consent_requests r WHERE r.handle = c.handle) AS notice,
     (SELECT json_agg(a ORDER BY a.held, a.id) FROM (
        SELECT id, recipient = 'data-provider' AS held, token, evidence_salt AS "evidenceSalt", trail_entry AS trailed
        FROM consent_artefacts WHERE consent_id = c.id) AS a) AS artefacts
   FROM consents c WHERE id = $1 AND principal_id = $2`,
);

const findRelease = sql(
  'find-release-to-receipt',
  `SELECT s.id AS "sessionId", s.consent_id AS "consentId", s.data_request_id AS "dataRequestId",
     c.principal_id AS "principalId", a.token AS artefact, r.requested_at AS "requestedAt",
     r.data_range AS "dataRange", s.data_types AS "dataTypes", r.trail_entry AS authorised,
     s.sent_digest AS "sentDigest", s.served, s.sent_token AS "sentToken", s.sent_entry AS "sentTrailed",
     s.received_digest AS "receivedDigest", s.records, s.received_at AS "receivedAt",
     s.received_token AS "receivedToken", s.received_entry AS "receivedTrailed", s.erase_by AS "eraseBy",
     s.erased_at AS "erasedAt"
   FROM data_sessions s JOIN data_requests r ON r.id = s.data_request_id JOIN consents c ON c.id = s.consent_id
     JOIN consent_artefacts a ON a.id = s.artefact_id
   WHERE s.id = $1 AND c.principal_id = $2`,
);

type Row = ConsentColumns & Omit<ConsentToReceipt, 'consent'>;

@Injectable()
export class PostgresReceiptStore extends ReceiptStore {
  constructor(private readonly database: Database) {
    super();
  }

  async findConsent(id: string, principalId: string): Promise<ConsentToReceipt | undefined> {
    const [row] = await this.database.read<Row>(findConsent, [id, principalId]);
    if (row === undefined) return undefined;
    const { evidence, artefacts, notice, trailed, ...columns } = row;
    return { consent: toConsent(columns), evidence, artefacts, notice, trailed };
  }

  async findRelease(sessionId: string, principalId: string): Promise<ReleaseToReceipt | undefined> {
    return (await this.database.read<ReleaseToReceipt>(findRelease, [sessionId, principalId]))[0];
  }
}
