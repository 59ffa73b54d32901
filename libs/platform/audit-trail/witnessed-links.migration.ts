import { ForwardMigration } from '../database/forward-migration.ts';

/** What was kept before it was looked at so closely counts as linked. */
export class WitnessedLinks1769000000100 extends ForwardMigration {
  readonly statements = [
    'ALTER TABLE witnessed_checkpoints ADD COLUMN linked boolean NOT NULL DEFAULT true',
    'ALTER TABLE witnessed_checkpoints ADD COLUMN extends_root text',
    'CREATE INDEX witnessed_checkpoints_unlinked ON witnessed_checkpoints (issuer, role) WHERE agrees AND NOT linked',
  ];
}
