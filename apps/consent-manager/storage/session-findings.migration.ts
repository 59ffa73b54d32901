import { ForwardMigration } from '#platform';

const statements = [
  `ALTER TABLE data_sessions ADD outcomes json, ADD misfits integer, ADD finding text,
     ADD finding_version integer NOT NULL DEFAULT 0, ADD retry_of uuid`,
  `CREATE INDEX data_sessions_unmatched ON data_sessions (id) WHERE finding <> 'agrees'`,
  `CREATE INDEX data_sessions_overdue ON data_sessions (id) WHERE erased_at IS NULL AND overdue_told_at IS NOT NULL`,
  'CREATE UNIQUE INDEX data_sessions_retried_once ON data_sessions (retry_of) WHERE retry_of IS NOT NULL',
];

/** How both sides' words on a session compare, and which session another fetches the rest of. */
export class SessionFindings1764600000005 extends ForwardMigration {
  readonly statements = statements;
}
