import { ForwardMigration } from '#platform';

const accountLinks = [
  `CREATE TABLE account_links (
     link_id uuid NOT NULL, manager text NOT NULL, principal text NOT NULL, account_key text NOT NULL,
     label text NOT NULL, data_types text[] NOT NULL, state text NOT NULL, linked_at timestamptz NOT NULL,
     ended_at timestamptz, CONSTRAINT account_links_pkey PRIMARY KEY (link_id))`,
  `CREATE UNIQUE INDEX account_links_active ON account_links (manager, principal, account_key) WHERE state = 'ACTIVE'`,
  `CREATE TABLE link_requests (
     link_request_id uuid NOT NULL, manager text NOT NULL, principal text NOT NULL, identifiers jsonb,
     expires_at timestamptz NOT NULL, tries integer NOT NULL, offers jsonb NOT NULL,
     CONSTRAINT link_requests_pkey PRIMARY KEY (link_request_id))`,
  'CREATE INDEX link_requests_by_expiry ON link_requests (expires_at)',
];

const consents = [
  `CREATE TABLE consent_artefacts (
     manager text NOT NULL, artefact_id uuid NOT NULL, token text NOT NULL, digest text NOT NULL,
     data_user text NOT NULL, principal text NOT NULL, accounts uuid[] NOT NULL, terms json NOT NULL,
     received_at timestamptz NOT NULL, CONSTRAINT consent_artefacts_pkey PRIMARY KEY (manager, artefact_id))`,
  `CREATE TABLE consent_standings (
     manager text NOT NULL, artefact_id uuid NOT NULL, state text NOT NULL, version integer NOT NULL,
     resume_at timestamptz, changed_at timestamptz NOT NULL,
     CONSTRAINT consent_standings_pkey PRIMARY KEY (manager, artefact_id))`,
  `CREATE TABLE consent_uses (
     manager text NOT NULL, artefact_id uuid NOT NULL, data_request_id uuid NOT NULL,
     requested_at timestamptz NOT NULL,
     CONSTRAINT consent_uses_pkey PRIMARY KEY (manager, artefact_id, data_request_id))`,
  'CREATE INDEX consent_uses_by_time ON consent_uses (manager, artefact_id, requested_at)',
];

const dataSessions = [
  `CREATE TABLE data_sessions (
     id uuid NOT NULL, ground_kind text NOT NULL, manager text NOT NULL, artefact_id uuid NOT NULL,
     artefact_digest text NOT NULL, data_request_id uuid NOT NULL, requested_at timestamptz NOT NULL,
     data_user text NOT NULL, ask json NOT NULL, recipient_key json NOT NULL, state text NOT NULL,
     progress json NOT NULL, parts integer NOT NULL, fetched integer NOT NULL, filler uuid,
     lease_until timestamptz NOT NULL, waiting boolean NOT NULL, news_promised boolean NOT NULL, manifest text,
     served integer, expires_at timestamptz NOT NULL, ended_at timestamptz, received_at timestamptz,
     CONSTRAINT data_sessions_pkey PRIMARY KEY (id))`,
  'CREATE INDEX data_sessions_by_ground ON data_sessions (manager, artefact_id)',
  `CREATE INDEX data_sessions_active ON data_sessions (lease_until) WHERE state = 'ACTIVE'`,
  'CREATE INDEX data_sessions_by_expiry ON data_sessions (expires_at)',
  `CREATE TABLE data_parts (
     session_id uuid NOT NULL, n integer NOT NULL, sealed bytea NOT NULL, statement text NOT NULL,
     digest text NOT NULL, expires_at timestamptz NOT NULL, CONSTRAINT data_parts_pkey PRIMARY KEY (session_id, n))`,
  // Ciphertext does not shrink: trying to would only cost time.
  'ALTER TABLE data_parts ALTER COLUMN sealed SET STORAGE EXTERNAL',
  'CREATE INDEX data_parts_by_expiry ON data_parts (expires_at)',
  `CREATE TABLE seen_proofs (
     jkt text NOT NULL, jti text NOT NULL, expires_at timestamptz NOT NULL,
     CONSTRAINT seen_proofs_pkey PRIMARY KEY (jkt, jti))`,
  'CREATE INDEX seen_proofs_by_expiry ON seen_proofs (expires_at)',
];

const releases = [
  `CREATE TABLE releases (
     session_id uuid NOT NULL, ground jsonb NOT NULL, released_to text NOT NULL, released_at timestamptz NOT NULL,
     contents jsonb NOT NULL, CONSTRAINT releases_pkey PRIMARY KEY (session_id))`,
  'CREATE INDEX releases_by_time ON releases (released_at)',
  `CREATE TABLE refused_records (
     session_id uuid NOT NULL, link_id uuid NOT NULL, data_type text NOT NULL, position integer NOT NULL,
     path text NOT NULL, keyword text NOT NULL, refused_at timestamptz NOT NULL,
     CONSTRAINT refused_records_pkey PRIMARY KEY (session_id, link_id, data_type, position))`,
  'CREATE INDEX refused_records_by_time ON refused_records (refused_at)',
];

export class FirstTables1763719200002 extends ForwardMigration {
  readonly statements = [...accountLinks, ...consents, ...dataSessions, ...releases];
}
