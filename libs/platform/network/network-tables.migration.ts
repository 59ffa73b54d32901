import { ForwardMigration } from '../database/forward-migration.ts';

const tables = [
  `CREATE TABLE seen_messages (
     iss text NOT NULL,
     jti uuid NOT NULL,
     expires_at timestamptz NOT NULL,
     CONSTRAINT pk_seen_messages PRIMARY KEY (iss, jti))`,
  'CREATE INDEX seen_messages_by_expiry ON seen_messages (expires_at)',
  `CREATE TABLE command_outcomes (
     iss text NOT NULL,
     request_id uuid NOT NULL,
     digest text NOT NULL,
     body json,
     created_at timestamptz NOT NULL,
     CONSTRAINT pk_command_outcomes PRIMARY KEY (iss, request_id))`,
  'CREATE INDEX command_outcomes_by_age ON command_outcomes (created_at)',
  `CREATE TABLE outbox_events (
     id uuid NOT NULL,
     receiver text NOT NULL,
     receiver_role text,
     type text NOT NULL,
     subject text NOT NULL,
     version integer NOT NULL,
     token text NOT NULL,
     created_at timestamptz NOT NULL,
     next_attempt_at timestamptz NOT NULL,
     attempts integer NOT NULL DEFAULT 0,
     last_error text,
     acknowledged_at timestamptz,
     dead_at timestamptz,
     CONSTRAINT pk_outbox_events PRIMARY KEY (id))`,
  'CREATE INDEX outbox_events_by_receiver ON outbox_events (receiver, id) WHERE acknowledged_at IS NULL',
  `CREATE INDEX outbox_events_by_next_attempt ON outbox_events (next_attempt_at)
     WHERE acknowledged_at IS NULL AND dead_at IS NULL`,
  `CREATE TABLE received_events (
     issuer text NOT NULL,
     jti uuid NOT NULL,
     received_at timestamptz NOT NULL,
     CONSTRAINT pk_received_events PRIMARY KEY (issuer, jti))`,
  'CREATE INDEX received_events_by_age ON received_events (received_at)',
];

export class NetworkTables1763700000000 extends ForwardMigration {
  readonly statements = tables;
}
