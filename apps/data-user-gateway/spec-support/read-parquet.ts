import { DuckDBInstance } from '@duckdb/node-api';

/** Rows of a Parquet file as a reader sees them: numbers as numbers, JSON columns parsed, empty fields left out. */
export async function readParquet(path: string): Promise<Record<string, unknown>[]> {
  const columns = await query(`DESCRIBE SELECT * FROM '${path}'`);
  const nested = new Set(
    columns.filter(({ column_type }) => column_type === 'JSON').map(({ column_name }) => column_name),
  );
  const rows = await query(`SELECT * FROM '${path}'`);
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row)
        .filter(([, value]) => value !== null)
        .map(([name, value]) => [name, nested.has(name) ? JSON.parse(String(value)) : value]),
    ),
  );
}

export async function parquetColumns(path: string): Promise<Record<string, string>> {
  const columns = await query(`DESCRIBE SELECT * FROM '${path}'`);
  return Object.fromEntries(columns.map(({ column_name, column_type }) => [String(column_name), String(column_type)]));
}

async function query(text: string): Promise<Record<string, unknown>[]> {
  const engine = await DuckDBInstance.create(':memory:');
  const connection = await engine.connect();
  const reader = await connection.runAndReadAll(text);
  const rows = reader.getRowObjectsJson() as Record<string, unknown>[];
  connection.closeSync();
  engine.closeSync();
  return rows;
}
