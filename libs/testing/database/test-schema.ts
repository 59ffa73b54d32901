import type { DataSource } from 'typeorm';
import { Database, type ListedClass, openDataSource } from '#platform';
import { createTestDatabase } from './test-database.ts';

export interface TestSchema {
  readonly database: Database;
  /** For `schemaDrift` and for looking into tables. */
  readonly dataSource: DataSource;
  readonly url: string;
  drop(): Promise<void>;
}

/** A schema of its own with these migrations run, for the specs of stores. */
export async function createTestSchema(listed: {
  entities: ListedClass[];
  migrations: ListedClass[];
}): Promise<TestSchema> {
  const { url, drop } = await createTestDatabase();
  const settings = {
    DATABASE_URL: url,
    DATABASE_POOL_SIZE: 10,
    DATABASE_STATEMENT_TIMEOUT_SECONDS: 10,
    DATABASE_LOCK_TIMEOUT_SECONDS: 5,
  };
  const dataSource = await openDataSource({ name: 'tested', ...listed }, settings);
  return {
    database: new Database(dataSource),
    dataSource,
    url,
    async drop() {
      await dataSource.destroy();
      await drop();
    },
  };
}
