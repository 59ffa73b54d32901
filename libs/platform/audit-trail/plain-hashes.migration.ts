import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Nothing is smaller than a hash: PostgreSQL need not try, each time a tile grows. */
export class PlainTrailHashes1768000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE trail_tiles ALTER COLUMN hashes SET STORAGE EXTERNAL');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
