import { ForwardMigration } from '../database/forward-migration.ts';

const statements = [
  'CREATE TABLE replicas (id uuid NOT NULL, joined_at timestamptz NOT NULL, CONSTRAINT pk_replicas PRIMARY KEY (id))',
  'ALTER TABLE outbox_events ADD COLUMN taken_by uuid',
];

export class Replicas1763700000001 extends ForwardMigration {
  readonly statements = statements;
}
