import type { MigrationInterface, QueryRunner } from 'typeorm';
import { byOperators } from './trail-of-operators.ts';

export class TrailOfOperators1765910000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE INDEX trail_entries_of_operators ON trail_entries (index) WHERE ${byOperators}`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
