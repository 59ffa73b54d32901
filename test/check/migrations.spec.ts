import type { MigrationInterface, QueryRunner } from 'typeorm';
import { describe, expect, test } from 'vitest';
import { knownRoles } from '../../apps/network-node/node/known-roles.ts';

/** What the version before goes on working beside, so that replicas can be replaced one by one. */
const harmless = [
  /^CREATE (UNLOGGED )?TABLE /,
  /^CREATE INDEX /,
  // Old code does not fill it: it must be allowed to be empty, or come with a value.
  /^ALTER TABLE \w+ ADD (COLUMN )?\w+ (?!.*\b(NOT NULL|UNIQUE|PRIMARY KEY|CHECK)\b(?!.*\bDEFAULT\b))/,
  // Where a value lies, and whether it was made smaller, shows to nobody who reads it.
  /^ALTER TABLE \w+ ALTER COLUMN \w+ SET STORAGE EXTERNAL$/,
];

/** A migration that ran before the first release is nobody's past: the first tables of a role may be made at will. */
const firstTables = /^(FirstTables|ConsentManagerTables|DataUserTables|TrustRegistryTables|NetworkTables)\d{13}$/;

/** What a migration itself has added so far: old code neither reads nor writes it. */
class Added {
  private readonly tables = new Set<string>();
  private readonly columns = new Set<string>();

  note(statement: string): void {
    const table = /^CREATE (?:UNLOGGED )?TABLE (\w+)/.exec(statement)?.[1];
    if (table !== undefined) this.tables.add(table);
    const [, of, column] = /^ALTER TABLE (\w+) ADD (?:COLUMN )?(\w+) /.exec(statement) ?? [];
    // One that comes with a value is the same in every row that old code writes.
    if (column !== undefined && !/\bDEFAULT\b/.test(statement)) this.columns.add(`${of}.${column}`);
  }

  hasTable = (table: string | undefined): boolean => table !== undefined && this.tables.has(table);
  has = (table: string | undefined, column: string): boolean =>
    this.hasTable(table) || this.columns.has(`${table}.${column}`);
}

function isHarmless(statement: string, added: Added): boolean {
  if (harmless.some((form) => form.test(statement))) return true;
  // A row of old code must never be one too many: it leaves a column it does not know empty, and that is never the same twice.
  const [, table, key = ''] = /^CREATE UNIQUE INDEX \w+ ON (\w+) \(([\w, ]+)\)/.exec(statement) ?? [];
  if (table !== undefined) return key.split(/, ?/).some((column) => added.has(table, column));
  const [, filled] = /^INSERT INTO (\w+)/.exec(statement) ?? [];
  if (filled !== undefined) return added.hasTable(filled);
  // What old code reads and writes is left as it is.
  const [, changed, set = ''] = /^UPDATE (\w+) SET (.*?)(?: FROM .*| WHERE .*)?$/.exec(statement) ?? [];
  const columns = [...set.matchAll(/(?:^|, )(\w+) = /g)].map(([, column = '']) => column);
  return columns.length > 0 && columns.every((column) => added.has(changed, column));
}

/** `ALTER TABLE a ADD b …, ADD c …` is several. */
function partsOf(statement: string): string[] {
  const [, alter, acts = ''] = /^(ALTER TABLE \w+ )(.*)$/.exec(statement) ?? [];
  return alter === undefined ? [statement] : acts.split(/, (?=ADD |ALTER |DROP )/).map((act) => alter + act);
}

/** Statements of one migration that the version before would not go on beside. */
function findHarm(statements: readonly string[]): string[] {
  const added = new Added();
  return statements
    .flatMap((statement) => partsOf(statement.replace(/\s+/g, ' ').trim()))
    .filter((statement) => {
      added.note(statement);
      return !isHarmless(statement, added);
    });
}

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
    ['ALTER TABLE a ADD CONSTRAINT a_b CHECK (b > 0)', false],
    ['DROP TABLE a', false],
    ['DROP INDEX a_by_b', false],
    ['CREATE UNIQUE INDEX a_by_b ON a (b)', false],
    ['CREATE UNIQUE INDEX a_by_b ON a (lower(b))', false],
    ['UPDATE a SET b = 1', false],
    ['INSERT INTO a (b) VALUES (1)', false],
    ['DELETE FROM a', false],
    ['TRUNCATE a', false],
  ])('such as "%s": may run beside the version before: %s', (statement, may) => {
    expect(findHarm([statement])).toEqual(may ? [] : [statement]);
  });

  test.each([
    ['CREATE UNIQUE INDEX a_by_b ON a (b)', 'CREATE TABLE a (b text)', true],
    ['CREATE UNIQUE INDEX a_by_c ON a (b, c)', 'ALTER TABLE a ADD c text', true],
    ['CREATE UNIQUE INDEX a_by_c ON a (c)', "ALTER TABLE a ADD c text DEFAULT ''", false],
    ['CREATE UNIQUE INDEX a_by_b ON a (b)', 'ALTER TABLE a ADD c text', false],
    ['ALTER TABLE a ADD d text', 'ALTER TABLE a ADD b text, ADD COLUMN c integer NOT NULL DEFAULT 0', true],
    ['UPDATE a SET c = b WHERE b > 1', 'ALTER TABLE a ADD c integer', true],
    ['UPDATE a SET c = b, b = 0', 'ALTER TABLE a ADD c integer', false],
    ['UPDATE a SET c = 1', 'ALTER TABLE z ADD c integer', false],
    ['INSERT INTO a (b) SELECT b FROM z', 'CREATE TABLE a (b text)', true],
  ])('such as "%s" after "%s": may run beside the version before: %s', (statement, before, may) => {
    expect(findHarm([before, statement])).toEqual(may ? [] : [statement]);
  });

  test('is judged by each of its acts on a table', () => {
    const acts = 'ALTER TABLE a ADD b text NOT NULL, ADD c text NOT NULL DEFAULT 0';
    expect(findHarm([acts])).toEqual(['ALTER TABLE a ADD b text NOT NULL']);
  });

  const migrations = new Set(knownRoles.flatMap((role) => role.migrations));
  test.each([...migrations].map((migration) => [migration.name, migration] as const))(
    '%s runs beside the version before',
    async (name, migration) => {
      const statements = await statementsOf(migration as new () => MigrationInterface);
      expect(statements.length).toBeGreaterThan(0);
      if (!firstTables.test(name)) expect(findHarm(statements)).toEqual([]);
    },
  );
});
