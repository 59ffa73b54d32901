import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Database } from './database.ts';
import { type DatabaseSettings, dataSourceOptions, openDataSource, type Schema } from './open-data-source.ts';

/** The role's own schema: `Database`, and TypeORM's DataSource and EntityManager, everywhere in the role. */
@Module({})
export class DatabaseModule {
  static forSchema(schema: Schema, settings: DatabaseSettings): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => ({ ...dataSourceOptions(schema, settings), retryAttempts: 0 }),
          dataSourceFactory: () => openDataSource(schema, settings),
        }),
      ],
      providers: [Database],
      exports: [Database],
    };
  }
}
