import { ForwardMigration } from '#platform';

const statements = [
  `CREATE TABLE openid_ceremonies (
     id uuid NOT NULL,
     provider text NOT NULL,
     browser_hash bytea NOT NULL,
     state_hash bytea,
     nonce text,
     code_verifier text,
     redirect_uri text NOT NULL,
     issuer text,
     subject text,
     email text,
     expires_at timestamptz NOT NULL,
     CONSTRAINT pk_openid_ceremonies PRIMARY KEY (id))`,
  'CREATE UNIQUE INDEX openid_ceremonies_by_browser ON openid_ceremonies (browser_hash)',
  'CREATE INDEX openid_ceremonies_by_expiry ON openid_ceremonies (expires_at)',
  `CREATE TABLE openid_identities (
     id uuid NOT NULL,
     principal_id text NOT NULL,
     issuer text NOT NULL,
     subject text NOT NULL,
     linked_at timestamptz NOT NULL,
     CONSTRAINT pk_openid_identities PRIMARY KEY (id),
     CONSTRAINT fk_openid_identities_of_principal FOREIGN KEY (principal_id) REFERENCES principals (id))`,
  'CREATE UNIQUE INDEX openid_identities_by_subject ON openid_identities (issuer, subject)',
  'CREATE INDEX openid_identities_of_principal ON openid_identities (principal_id)',
];

/** Sign-in by OpenID Connect: who is on the way, and whose the accounts elsewhere are. */
export class OpenIdSignIn1764820000026 extends ForwardMigration {
  readonly statements = statements;
}
