import { ForwardMigration } from '#platform';

const statements = [
  `ALTER TABLE principal_sessions ADD method text NOT NULL DEFAULT 'one-time-code', ADD device text`,
  'CREATE INDEX principal_sessions_by_principal ON principal_sessions (principal_id)',
  `CREATE TABLE recovery_codes (
     principal_id text NOT NULL, code_hash bytea NOT NULL, made_at timestamptz NOT NULL, used_at timestamptz,
     CONSTRAINT recovery_codes_pkey PRIMARY KEY (principal_id, code_hash),
     CONSTRAINT fk_recovery_codes_of_principal FOREIGN KEY (principal_id) REFERENCES principals (id))`,
  `CREATE TABLE approval_drafts (
     id uuid NOT NULL, handle uuid NOT NULL, principal_id text NOT NULL, decision json NOT NULL, artefacts json NOT NULL,
     expires_at timestamptz NOT NULL, CONSTRAINT approval_drafts_pkey PRIMARY KEY (id))`,
  'CREATE UNIQUE INDEX approval_drafts_of_request ON approval_drafts (handle)',
  'CREATE INDEX approval_drafts_by_expiry ON approval_drafts (expires_at)',
];

/** Sessions say how she signed in and where; recovery codes; what is about to be signed with a passkey. */
export class PasskeySignIn1764810000007 extends ForwardMigration {
  readonly statements = statements;
}
