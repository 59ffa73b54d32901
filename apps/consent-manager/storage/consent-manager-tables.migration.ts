import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ConsentManagerTables1763719200003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of []) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
