import { ForwardMigration } from '#platform';

const consents = [
  `CREATE TABLE consent_requests (
     id uuid NOT NULL, request_id uuid NOT NULL, ask_digest text NOT NULL, manager text NOT NULL,
     principal text NOT NULL, terms json NOT NULL, notice json NOT NULL, may_be_narrowed boolean NOT NULL,
     state text NOT NULL, reason text, handle uuid, approval_url text, expires_at timestamptz, consent_id uuid,
     created_at timestamptz NOT NULL, CONSTRAINT consent_requests_pkey PRIMARY KEY (id),
     CONSTRAINT consent_requests_request_id UNIQUE (request_id))`,
  'CREATE INDEX consent_requests_by_handle ON consent_requests (manager, handle)',
  `CREATE TABLE consents (
     id uuid NOT NULL, manager text NOT NULL, handle uuid NOT NULL, artefact text NOT NULL, claims json NOT NULL,
     state text NOT NULL, version integer NOT NULL, resume_at timestamptz, received_at timestamptz NOT NULL,
     CONSTRAINT consents_pkey PRIMARY KEY (id))`,
  `CREATE TABLE consent_keys (
     consent_id uuid NOT NULL, wrapped bytea NOT NULL, created_at timestamptz NOT NULL,
     CONSTRAINT consent_keys_pkey PRIMARY KEY (consent_id))`,
];

const dataRequests = [
  `CREATE TABLE data_requests (
     id uuid NOT NULL, request_id uuid NOT NULL, ask_digest text NOT NULL, consent_id uuid NOT NULL,
     manager text NOT NULL, data_types json NOT NULL, data_range json NOT NULL, jkt text NOT NULL,
     fetch_time text NOT NULL, own_check boolean NOT NULL, state text NOT NULL, use_id uuid, requested_at timestamptz,
     refusal json, tries integer NOT NULL, next_try_at timestamptz NOT NULL, created_at timestamptz NOT NULL,
     CONSTRAINT data_requests_pkey PRIMARY KEY (id), CONSTRAINT data_requests_request_id UNIQUE (request_id))`,
  'CREATE INDEX data_requests_by_consent ON data_requests (consent_id, id)',
  `CREATE INDEX data_requests_waiting ON data_requests (next_try_at) WHERE state = 'PENDING'`,
];

const dataSessions = [
  `CREATE TABLE data_sessions (
     id uuid NOT NULL, data_request_id uuid NOT NULL, consent_id uuid NOT NULL, manager text NOT NULL,
     provider text NOT NULL, state text NOT NULL, work text NOT NULL, own_check boolean NOT NULL,
     access_token bytea, token_expires_at timestamptz NOT NULL, recipient_key bytea, open_request_id uuid,
     opened boolean NOT NULL, next_part integer NOT NULL, last_digest text, manifest text, manifest_digest text,
     accounts json, records integer NOT NULL, refusal json, received_at timestamptz, erase_by timestamptz,
     erased_at timestamptz, erased_rows integer NOT NULL, receipt_id uuid, worker uuid, leased_until timestamptz,
     tries integer NOT NULL, next_try_at timestamptz NOT NULL, created_at timestamptz NOT NULL,
     CONSTRAINT data_sessions_pkey PRIMARY KEY (id))`,
  'CREATE INDEX data_sessions_by_request ON data_sessions (data_request_id)',
  'CREATE INDEX data_sessions_by_consent ON data_sessions (consent_id, id)',
  `CREATE INDEX data_sessions_to_fetch ON data_sessions (next_try_at) WHERE work <> 'NONE'`,
  'CREATE INDEX data_sessions_to_erase ON data_sessions (erase_by) WHERE erased_at IS NULL',
];

const receivedData = [
  `CREATE TABLE received_parts (
     session_id uuid NOT NULL, n integer NOT NULL, consent_id uuid NOT NULL, digest text NOT NULL,
     counts json NOT NULL, ciphertext bytea NOT NULL, CONSTRAINT received_parts_pkey PRIMARY KEY (session_id, n))`,
  // What is encrypted does not get smaller: trying to compress it would only cost time.
  'ALTER TABLE received_parts ALTER COLUMN ciphertext SET STORAGE EXTERNAL',
  'CREATE INDEX received_parts_by_consent ON received_parts (consent_id, session_id, n)',
  `CREATE TABLE deletion_receipts (
     id uuid NOT NULL, consent_id uuid NOT NULL, reason text NOT NULL, receipt text NOT NULL,
     erased_at timestamptz NOT NULL, CONSTRAINT deletion_receipts_pkey PRIMARY KEY (id))`,
  'CREATE INDEX deletion_receipts_by_consent ON deletion_receipts (consent_id, id)',
];

export class DataUserTables1763701000000 extends ForwardMigration {
  readonly statements = [...consents, ...dataRequests, ...dataSessions, ...receivedData];
}
