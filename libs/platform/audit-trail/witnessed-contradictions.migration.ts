import { ForwardMigration } from '../database/forward-migration.ts';

export class WitnessedContradictions1767000000000 extends ForwardMigration {
  readonly statements = [
    'CREATE INDEX witnessed_checkpoints_contradicting ON witnessed_checkpoints (issuer, role) WHERE NOT agrees',
  ];
}
