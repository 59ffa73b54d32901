import { randomUUID } from 'node:crypto';
import { type DynamicModule, Module } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Database } from './database.ts';
import { type DatabaseSettings, dataSourceOptions, openDataSource } from './open-data-source.ts';
import type { Schema } from './schema.ts';

/** The role's own schema: `Database`, and TypeORM's DataSource, everywhere in the role. */
@Module({})
export class DatabaseModule {
  static forSchema(schema: Schema, settings: DatabaseSettings): DynamicModule {
    // Several roles in one process have a data source each; within a role there is but one, asked for by its class.
    const name = `${schema.name} ${randomUUID()}`;
    const byClass = { provide: DataSource, useExisting: getDataSourceToken(name) };
    return {
      module: DatabaseModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({
          name,
          useFactory: () => ({ ...dataSourceOptions(schema, settings), retryAttempts: 0 }),
          dataSourceFactory: () => openDataSource(schema, settings),
        }),
      ],
      providers: [Database, byClass],
      exports: [Database, DataSource],
    };
  }
}
