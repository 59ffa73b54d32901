import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SendingReplicas1763701000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE data_requests ADD COLUMN sent_by uuid');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
