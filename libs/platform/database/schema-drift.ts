import type { DataSource } from 'typeorm';

/** What TypeORM would change so that the tables match the entities: nothing, where the migrations are complete. */
export async function schemaDrift(dataSource: DataSource): Promise<string[]> {
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}
