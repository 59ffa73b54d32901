import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A migration by these statements, in this order. There is no way back: the version before runs on what they leave. */
export abstract class ForwardMigration implements MigrationInterface {
  abstract readonly statements: readonly string[];

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of this.statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
