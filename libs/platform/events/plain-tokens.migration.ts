import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Signed tokens are base64url: PostgreSQL would try in vain, and for longer than it takes to write them, to make them smaller. */
export class PlainEventTokens1768000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outbox_events ALTER COLUMN token SET STORAGE EXTERNAL');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
