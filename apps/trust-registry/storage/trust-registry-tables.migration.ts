import { ForwardMigration } from '#platform';

const tables = [
  `CREATE TABLE participants (
     id text NOT NULL,
     name text NOT NULL,
     roles text[] NOT NULL,
     endpoints jsonb NOT NULL,
     data_types text[] NOT NULL,
     status text NOT NULL,
     described_at timestamptz NOT NULL,
     changed_at timestamptz NOT NULL,
     CONSTRAINT pk_participants PRIMARY KEY (id))`,
  `CREATE TABLE participant_keys (
     kid text NOT NULL,
     participant_id text NOT NULL,
     use text NOT NULL,
     jwk jsonb NOT NULL,
     valid_from timestamptz NOT NULL,
     valid_until timestamptz,
     retired_at timestamptz,
     compromised_since timestamptz,
     CONSTRAINT pk_participant_keys PRIMARY KEY (kid),
     CONSTRAINT fk_participant_keys_participant FOREIGN KEY (participant_id) REFERENCES participants (id))`,
  'CREATE INDEX participant_keys_by_participant ON participant_keys (participant_id)',
  `CREATE TABLE trust_lists (
     sequence integer NOT NULL,
     token text NOT NULL,
     issued_at timestamptz NOT NULL,
     valid_until timestamptz NOT NULL,
     CONSTRAINT pk_trust_lists PRIMARY KEY (sequence))`,
];

export class TrustRegistryTables1763700100000 extends ForwardMigration {
  readonly statements = tables;
}
