import { ForwardMigration } from '#platform';

const statements = [
  'ALTER TABLE consents ADD trail_entry uuid',
  'ALTER TABLE consent_artefacts ADD trail_entry uuid',
  'ALTER TABLE data_requests ADD trail_entry uuid',
  `ALTER TABLE data_sessions ADD sent_token text, ADD sent_entry uuid, ADD received_token text,
     ADD received_entry uuid`,
];

/** What a receipt proves: where an act stands in the audit trail, and what both sides said in their own signed words. */
export class Receipts1764700000006 extends ForwardMigration {
  readonly statements = statements;
}
