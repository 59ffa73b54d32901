import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Signed tokens are base64url: PostgreSQL tried in vain to make them smaller, for longer than writing them takes. */
export class PlainEventTokens1768000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outbox_events ALTER COLUMN token SET STORAGE EXTERNAL');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
