import { ForwardMigration } from '../database/forward-migration.ts';

export class AcknowledgedFaults1769000000200 extends ForwardMigration {
  readonly statements = [
    'ALTER TABLE trail_faults ADD COLUMN acknowledged_at timestamptz',
    'ALTER TABLE trail_faults ADD COLUMN acknowledged_by text',
  ];
}
