import { ForwardMigration } from '../database/forward-migration.ts';
import { byOperators } from './trail-of-operators.ts';

export class TrailOfOperators1765910000000 extends ForwardMigration {
  readonly statements = [`CREATE INDEX trail_entries_of_operators ON trail_entries (index) WHERE ${byOperators}`];
}
