import { Pool } from 'pg';
import type { FloorSettings } from './floor-settings.ts';

export interface Prepared {
  readonly name: string;
  readonly text: string;
}

/** Raw prepared statements over a pool. Each is one transaction: one that writes is one durable commit. */
export class Store {
  private readonly pool: Pool;

  constructor({ databaseUrl }: FloorSettings, schema: string) {
    this.pool = new Pool({ connectionString: databaseUrl, max: 10, options: `-c search_path=${schema}` });
    this.pool.on('error', () => undefined);
  }

  async ask<Row extends object>(statement: Prepared, values: unknown[]): Promise<Row[]> {
    return (await this.pool.query<Row>({ ...statement, values })).rows;
  }
}
