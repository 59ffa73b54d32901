import type { MigrationInterface, QueryRunner } from 'typeorm';
import { describe, expect, test } from 'vitest';
import { knownRoles } from '../../apps/network-node/node/known-roles.ts';

/** What the version before goes on working beside, so that replicas can be replaced one by one. */
const harmless = [
  /^CREATE (UNLOGGED )?TABLE /,
  /^CREATE (UNIQUE )?INDEX /,
  /^DROP INDEX /,
  // Old code does not fill it: it must be allowed to be empty, or come with a value.
  /^ALTER TABLE \w+ ADD (COLUMN )?\w+ (?!.*\b(NOT NULL|UNIQUE|PRIMARY KEY|CHECK)\b(?!.*\bDEFAULT\b))/,
  // Where a value lies, and whether it was made smaller, shows to nobody who reads it.
  /^ALTER TABLE \w+ ALTER COLUMN \w+ SET STORAGE EXTERNAL$/,
  /^(UPDATE|INSERT INTO) /,
];

/** A migration that ran before the first release is nobody's past: the first tables of a role may be made at will. */
const firstTables = /^(FirstTables|ConsentManagerTables|DataUserTables|TrustRegistryTables|NetworkTables)\d{13}$/;

const isHarmless = (statement: string) => harmless.some((form) => form.test(statement.replace(/\s+/g, ' ').trim()));

async function statementsOf(migration: new () => MigrationInterface): Promise<string[]> {
  const statements: string[] = [];
  const runner = { query: async (statement: string) => void statements.push(statement) } as unknown as QueryRunner;
  await new migration().up(runner);
  return statements;
}

describe('a migration', () => {
  test.each([
    ['CREATE TABLE a (b text NOT NULL)', true],
    ['CREATE INDEX a_by_b ON a (b)', true],
    ['ALTER TABLE a ADD COLUMN b json', true],
    ['ALTER TABLE a ADD b integer NOT NULL DEFAULT 0', true],
    ['ALTER TABLE a ADD b integer NOT NULL', false],
    ['ALTER TABLE a DROP COLUMN b', false],
    ['ALTER TABLE a RENAME COLUMN b TO c', false],
    ['ALTER TABLE a ALTER COLUMN b SET NOT NULL', false],
    ['ALTER TABLE a ALTER COLUMN b TYPE bigint', false],
    ['ALTER TABLE a ALTER COLUMN b SET STORAGE EXTERNAL', true],
    ['DROP TABLE a', false],
  ])('such as "%s": may run beside the version before: %s', (statement, may) => {
    expect(isHarmless(statement)).toBe(may);
  });

  const migrations = new Set(knownRoles.flatMap((role) => role.migrations));
  test.each([...migrations].map((migration) => [migration.name, migration] as const))(
    '%s runs beside the version before',
    async (name, migration) => {
      const statements = await statementsOf(migration as new () => MigrationInterface);
      expect(statements.length).toBeGreaterThan(0);
      if (!firstTables.test(name)) expect(statements.filter((statement) => !isHarmless(statement))).toEqual([]);
    },
  );
});
