import { Logger } from '@nestjs/common';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import type { RoleSettings } from '../settings/role-settings.ts';
import { findRunMigrations, pendingMigrations } from './run-migrations.ts';
import type { Schema } from './schema.ts';
import { valueTypes } from './value-types.ts';

export type DatabaseSettings = Pick<
  RoleSettings,
  'DATABASE_URL' | 'DATABASE_POOL_SIZE' | 'DATABASE_STATEMENT_TIMEOUT_SECONDS' | 'DATABASE_LOCK_TIMEOUT_SECONDS'
>;

const logger = new Logger('Database');

/** Options for a connection pool whose unqualified names are those of the schema. */
export function dataSourceOptions(schema: Schema, settings: DatabaseSettings): PostgresDataSourceOptions {
  return {
    type: 'postgres',
    url: settings.DATABASE_URL,
    applicationName: `assent ${schema.name}`,
    entities: schema.entities,
    migrations: schema.migrations,
    migrationsTableName: 'schema_migrations',
    migrationsTransactionMode: 'each',
    installExtensions: false,
    poolSize: settings.DATABASE_POOL_SIZE,
    connectTimeoutMS: 10_000,
    poolErrorHandler: (error: Error) => logger.warn(`an idle connection was lost: ${error.message}`),
    logging: false,
    extra: {
      types: valueTypes,
      // Statements do not wait for the answers of those before them; see PipelinedTransaction.
      pipeline: true,
      // A pool hands its waiting callers an error rather than letting them hang for ever.
      statement_timeout: settings.DATABASE_STATEMENT_TIMEOUT_SECONDS * 1000,
      lock_timeout: settings.DATABASE_LOCK_TIMEOUT_SECONDS * 1000,
      idle_in_transaction_session_timeout: settings.DATABASE_STATEMENT_TIMEOUT_SECONDS * 1000,
      // No statement's best plan depends on its values, and making one for each costs more than most take to run.
      options: `-c search_path=${schema.name} -c timezone=UTC -c plan_cache_mode=force_generic_plan`,
      keepAlive: true,
      idleTimeoutMillis: 30_000,
      // As long as a standing pool would block the exit of a process that has nothing else to do.
      allowExitOnIdle: false,
    },
  };
}

/**
 * Opens the pool, with the schema made and its migrations run. Replicas that start together wait for one another.
 *
 * @throws where the database is out of reach or a migration fails
 */
export async function openDataSource(schema: Schema, settings: DatabaseSettings): Promise<DataSource> {
  const dataSource = new DataSource(dataSourceOptions(schema, settings));
  try {
    await dataSource.initialize();
    // As at most starts: nobody to wait for, and no connection more.
    const run = await findRunMigrations(schema.name, (text, values) => dataSource.query(text, values));
    if (run !== undefined && pendingMigrations(schema, run).length === 0) return dataSource;
    await dataSource.destroy();
    await migrate(dataSource, schema, settings);
    return dataSource;
  } catch (error) {
    if (dataSource.isInitialized) await dataSource.destroy();
    throw error;
  }
}

/** Opens the pool as it stands: no schema is made, no migration run. */
export async function openForReading(schema: Schema, settings: DatabaseSettings): Promise<DataSource> {
  return new DataSource(dataSourceOptions(schema, settings)).initialize();
}

async function migrate(dataSource: DataSource, schema: Schema, settings: DatabaseSettings): Promise<void> {
  const guard = new Client({ connectionString: settings.DATABASE_URL, connectionTimeoutMillis: 10_000 });
  guard.on('error', (error) => logger.warn(`the connection that guards migrations was lost: ${error.message}`));
  await guard.connect();
  try {
    await guard.query('SELECT pg_advisory_lock(hashtext($1))', [`assent migrations ${schema.name}`]);
    await guard.query(`CREATE SCHEMA IF NOT EXISTS ${schema.name}`);
    await dataSource.initialize();
    await dataSource.runMigrations();
  } finally {
    // Ends the session, and with it the lock.
    await guard.end();
  }
}
