import { ForwardMigration } from '#platform';

const statements = [
  'ALTER TABLE consents ADD COLUMN changed_at timestamptz',
  `ALTER TABLE data_sessions ADD COLUMN failed_at timestamptz, ADD COLUMN retry_of uuid,
     ADD COLUMN retry_accounts json`,
  `CREATE INDEX consents_revoked ON consents (id) WHERE state = 'REVOKED'`,
  'CREATE UNIQUE INDEX data_sessions_retried_once ON data_sessions (retry_of) WHERE retry_of IS NOT NULL',
];

/** When what a story tells of happened, which session another fetches the rest of, and whose data is to be erased. */
export class StoriesAndRetries1764600000001 extends ForwardMigration {
  readonly statements = statements;
}
