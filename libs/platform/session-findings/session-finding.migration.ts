import { ForwardMigration } from '../database/forward-migration.ts';

const statements = [
  `CREATE TABLE session_findings (
     session_id uuid NOT NULL, manager text NOT NULL, finding text NOT NULL, version integer NOT NULL,
     heard_at timestamptz NOT NULL, CONSTRAINT session_findings_pkey PRIMARY KEY (session_id, manager))`,
  `CREATE INDEX session_findings_unmatched ON session_findings (session_id) WHERE finding <> 'agrees'`,
];

/** For the roles that a manager tells of its findings: listed by each of them. */
export class SessionFindings1764600000000 extends ForwardMigration {
  readonly statements = statements;
}
