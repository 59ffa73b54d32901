import { ForwardMigration } from '../database/forward-migration.ts';

export class RejectedEvents1769000000400 extends ForwardMigration {
  readonly statements = ['ALTER TABLE outbox_events ADD COLUMN rejected_at timestamptz'];
}
