import { ForwardMigration } from '#platform';

const statements = [
  'ALTER TABLE data_sessions ADD COLUMN misfits json',
  `CREATE TABLE hand_overs (
     id uuid NOT NULL, session_id uuid NOT NULL, consent_id uuid NOT NULL, kind text NOT NULL, target text NOT NULL,
     state text NOT NULL, begun boolean NOT NULL, progress json, found json, files_deleted integer NOT NULL,
     erase_reason text, reported_state text, problem text, tries integer NOT NULL, trying_since timestamptz NOT NULL,
     next_try_at timestamptz NOT NULL, worker uuid, replica uuid, leased_until timestamptz, created_at timestamptz NOT NULL,
     delivered_at timestamptz, erased_at timestamptz, CONSTRAINT hand_overs_pkey PRIMARY KEY (id),
     CONSTRAINT hand_overs_once UNIQUE (session_id, kind, target))`,
  'CREATE INDEX hand_overs_by_consent ON hand_overs (consent_id, id)',
  'CREATE INDEX hand_overs_by_state ON hand_overs (state, id)',
  `CREATE INDEX hand_overs_due ON hand_overs (next_try_at) WHERE state IN ('WAITING', 'ERASING')`,
];

export class HandOverTables1764200000000 extends ForwardMigration {
  readonly statements = statements;
}
