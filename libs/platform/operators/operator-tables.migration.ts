import { ForwardMigration } from '../database/forward-migration.ts';

const tables = [
  `CREATE TABLE operators (
     id uuid NOT NULL,
     name text NOT NULL,
     may text NOT NULL,
     joined_at timestamptz NOT NULL,
     removed_at timestamptz,
     CONSTRAINT pk_operators PRIMARY KEY (id))`,
  'CREATE UNIQUE INDEX operators_by_name ON operators (name) WHERE removed_at IS NULL',
  `CREATE TABLE operator_invitations (
     id uuid NOT NULL,
     name text NOT NULL,
     may text NOT NULL,
     code_hash bytea NOT NULL,
     invited_by uuid,
     expires_at timestamptz NOT NULL,
     CONSTRAINT pk_operator_invitations PRIMARY KEY (id))`,
  'CREATE UNIQUE INDEX operator_invitations_by_code ON operator_invitations (code_hash)',
  `CREATE TABLE operator_sessions (
     id uuid NOT NULL,
     operator_id uuid NOT NULL,
     token_hash bytea NOT NULL,
     signed_in_at timestamptz NOT NULL,
     expires_at timestamptz NOT NULL,
     CONSTRAINT pk_operator_sessions PRIMARY KEY (id),
     CONSTRAINT fk_operator_sessions_of_operator FOREIGN KEY (operator_id) REFERENCES operators (id))`,
  'CREATE UNIQUE INDEX operator_sessions_by_token ON operator_sessions (token_hash)',
  'CREATE INDEX operator_sessions_of_operator ON operator_sessions (operator_id)',
  'CREATE INDEX operator_sessions_by_expiry ON operator_sessions (expires_at)',
];

export class OperatorTables1764900000000 extends ForwardMigration {
  readonly statements = tables;
}
