import { ForwardMigration } from '../database/forward-migration.ts';

const statements = [
  'ALTER TABLE outbox_events ADD COLUMN replayed_at timestamptz',
  `CREATE INDEX outbox_events_by_acknowledgement ON outbox_events (receiver, acknowledged_at, id)
     WHERE acknowledged_at IS NOT NULL`,
  `CREATE TABLE delivery_attempts (
     id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
     event_id uuid NOT NULL,
     receiver text NOT NULL,
     at timestamptz NOT NULL,
     outcome text NOT NULL,
     reason text NOT NULL,
     milliseconds integer,
     CONSTRAINT pk_delivery_attempts PRIMARY KEY (id))`,
  'CREATE INDEX delivery_attempts_by_receiver ON delivery_attempts (receiver, at)',
  'CREATE INDEX delivery_attempts_by_event ON delivery_attempts (event_id)',
  'CREATE INDEX delivery_attempts_by_age ON delivery_attempts (at)',
];

export class DeliveryLog1764310000000 extends ForwardMigration {
  readonly statements = statements;
}
