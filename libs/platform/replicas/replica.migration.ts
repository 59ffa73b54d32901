import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  'CREATE TABLE replicas (id uuid NOT NULL, joined_at timestamptz NOT NULL, CONSTRAINT pk_replicas PRIMARY KEY (id))',
  'ALTER TABLE outbox_events ADD COLUMN taken_by uuid',
];

export class Replicas1763700000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of statements) await queryRunner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
