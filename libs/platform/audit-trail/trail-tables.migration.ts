import { ForwardMigration } from '../database/forward-migration.ts';

const tables = [
  `CREATE TABLE trail_pending (
     id bigint GENERATED ALWAYS AS IDENTITY,
     entry text NOT NULL,
     mac bytea NOT NULL,
     CONSTRAINT pk_trail_pending PRIMARY KEY (id))`,
  `CREATE TABLE trail_entries (
     index bigint NOT NULL,
     id uuid NOT NULL,
     entry text NOT NULL,
     chain bytea NOT NULL,
     CONSTRAINT pk_trail_entries PRIMARY KEY (index))`,
  'CREATE UNIQUE INDEX trail_entries_by_id ON trail_entries (id)',
  `CREATE TABLE trail_tiles (
     level smallint NOT NULL,
     index bigint NOT NULL,
     hashes bytea NOT NULL,
     CONSTRAINT pk_trail_tiles PRIMARY KEY (level, index))`,
  `CREATE TABLE trail_checkpoints (
     size bigint NOT NULL,
     token text NOT NULL,
     made_at timestamptz NOT NULL,
     CONSTRAINT pk_trail_checkpoints PRIMARY KEY (size))`,
  `CREATE TABLE trail_witnesses (
     participant text NOT NULL,
     named_at bigint NOT NULL,
     given_size bigint NOT NULL,
     given_token text,
     CONSTRAINT pk_trail_witnesses PRIMARY KEY (participant))`,
  `CREATE TABLE trail_faults (
     kind text NOT NULL,
     detail text NOT NULL,
     found_at timestamptz NOT NULL,
     CONSTRAINT pk_trail_faults PRIMARY KEY (kind, detail))`,
  `CREATE TABLE witnessed_checkpoints (
     issuer text NOT NULL,
     role text NOT NULL,
     size bigint NOT NULL,
     root text NOT NULL,
     head text NOT NULL,
     token text NOT NULL,
     received_at timestamptz NOT NULL,
     agrees boolean NOT NULL,
     CONSTRAINT pk_witnessed_checkpoints PRIMARY KEY (issuer, role, size, root, head))`,
];

export class TrailTables1763800000000 extends ForwardMigration {
  readonly statements = tables;
}
