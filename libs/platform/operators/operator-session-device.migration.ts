import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OperatorSessionDevice1765900000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE operator_sessions ADD COLUMN device text');
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
