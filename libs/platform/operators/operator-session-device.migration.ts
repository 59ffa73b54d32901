import { ForwardMigration } from '../database/forward-migration.ts';

export class OperatorSessionDevice1765900000000 extends ForwardMigration {
  readonly statements = ['ALTER TABLE operator_sessions ADD COLUMN device text'];
}
