import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WitnessedContradictions1767000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'CREATE INDEX witnessed_checkpoints_contradicting ON witnessed_checkpoints (issuer, role) WHERE NOT agrees',
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
