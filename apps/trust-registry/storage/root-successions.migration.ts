import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RootSuccessions1763733600000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`CREATE TABLE root_successions (
     kid text NOT NULL,
     token text NOT NULL,
     made_at timestamptz NOT NULL,
     CONSTRAINT pk_root_successions PRIMARY KEY (kid))`);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
