import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { cataloguedType, type HospitalContents, recordsOf } from './hospital-records.ts';

/** A CSV or Parquet file for each data type, its columns the fields of the type. @returns the description of the source */
export async function writeFiles(kind: 'csv' | 'parquet', contents: HospitalContents): Promise<object> {
  const people = join(contents.folder, 'people.csv');
  await writeCsv(people, ['account', 'email'], contents.contacts);
  const files = new Map([[people, people]]);
  const dataTypes: Record<string, object> = {};
  for (const dataType of contents.dataTypes) {
    const { schema, fields } = cataloguedType(dataType);
    const file = join(contents.folder, `${dataType}.csv`);
    await writeCsv(file, ['patient_no', ...fields], rowsOf(contents, dataType, fields));
    files.set(file, file);
    dataTypes[dataType] = { schema, files: [named(file, kind)], accountColumn: 'patient_no' };
  }
  if (kind === 'parquet') await convert([...files.keys()]);
  const accounts = { files: [named(people, kind)], emailColumn: 'email' };
  return { kind, label: 'Health record', accounts, dataTypes };
}

const named = (csv: string, kind: string) => csv.replace(/csv$/, kind);

async function* rowsOf(contents: HospitalContents, dataType: string, fields: readonly string[]) {
  for await (const { person, resource } of recordsOf(contents, dataType)) {
    yield [person, ...fields.map((field) => textOf(resource[field]))];
  }
}

function textOf(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const cell = (text: string) => (text === '' ? '' : `"${text.replaceAll('"', '""')}"`);

async function writeCsv(
  path: string,
  columns: readonly string[],
  rows: Iterable<readonly string[]> | AsyncIterable<readonly string[]>,
): Promise<void> {
  const file = createWriteStream(path, { mode: 0o600 });
  file.write(`${columns.map(cell).join(',')}\n`);
  for await (const row of rows) {
    if (!file.write(`${row.map(cell).join(',')}\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
}

async function convert(files: readonly string[]): Promise<void> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const quoted = (path: string) => `'${path.replaceAll("'", "''")}'`;
  for (const file of files) {
    const from = `read_csv(${quoted(file)}, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')`;
    await connection.run(`COPY (FROM ${from}) TO ${quoted(named(file, 'parquet'))} (FORMAT parquet)`);
  }
  connection.closeSync();
  instance.closeSync();
}
