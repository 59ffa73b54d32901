import type { Schema } from './schema.ts';

type Ask = (text: string, values: unknown[]) => Promise<readonly object[]>;

/** @returns the names of the migrations a schema has been through; undefined where it was never made */
export async function findRunMigrations(schemaName: string, ask: Ask): Promise<ReadonlySet<string> | undefined> {
  const table = `${schemaName}.schema_migrations`;
  const [found] = (await ask('SELECT to_regclass($1) IS NOT NULL AS there', [table])) as { there: boolean }[];
  if (found?.there !== true) return undefined;
  const rows = (await ask(`SELECT name FROM ${table}`, [])) as { name: string }[];
  return new Set(rows.map(({ name }) => name));
}

/** @returns the names of those that the next start would run, in their order */
export function pendingMigrations({ migrations }: Pick<Schema, 'migrations'>, run: ReadonlySet<string>): string[] {
  return migrations.map(({ name }) => name).filter((name) => !run.has(name));
}
