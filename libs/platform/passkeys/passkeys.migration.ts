import { ForwardMigration } from '../database/forward-migration.ts';

const statements = [
  `CREATE TABLE passkeys (
     id uuid NOT NULL, owner_kind text NOT NULL, owner_id text NOT NULL, credential_id text NOT NULL,
     public_key bytea NOT NULL, counter bigint NOT NULL, transports jsonb NOT NULL, name text NOT NULL,
     is_backed_up boolean NOT NULL, made_at timestamptz NOT NULL, last_used_at timestamptz,
     CONSTRAINT passkeys_pkey PRIMARY KEY (id))`,
  'CREATE INDEX passkeys_by_owner ON passkeys (owner_kind, owner_id)',
  'CREATE UNIQUE INDEX passkeys_by_credential ON passkeys (credential_id)',
  `CREATE TABLE passkey_ceremonies (
     id uuid NOT NULL, purpose text NOT NULL, owner_kind text, owner_id text, challenge text NOT NULL,
     origin text NOT NULL, expires_at timestamptz NOT NULL, CONSTRAINT passkey_ceremonies_pkey PRIMARY KEY (id))`,
  'CREATE INDEX passkey_ceremonies_by_expiry ON passkey_ceremonies (expires_at)',
];

export class Passkeys1764800000000 extends ForwardMigration {
  readonly statements = statements;
}
