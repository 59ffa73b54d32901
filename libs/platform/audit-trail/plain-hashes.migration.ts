import { ForwardMigration } from '../database/forward-migration.ts';

/** Nothing is smaller than a hash: PostgreSQL need not try, each time a tile grows. */
export class PlainTrailHashes1768000000001 extends ForwardMigration {
  readonly statements = ['ALTER TABLE trail_tiles ALTER COLUMN hashes SET STORAGE EXTERNAL'];
}
