import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot, RecordSchemas } from '#platform';
import { createTestFolder } from '#testing';
import { collect } from '../record-sources/record-source.contract.ts';
import type { RecordSource } from '../record-sources/record-source.ts';
import { startBankDatabase } from '../spec-support/database-under-test.ts';
import { always, ana, bookings, flatten, transactionType, writeCsv } from '../spec-support/statements-under-test.ts';
import { csvDescription } from './file-description.ts';
import { FileSource } from './file-source.ts';
import { sqlDescription } from './sql-description.ts';
import { SqlSource } from './sql-source.ts';

interface Documented {
  readonly kind: string;
  readonly dataTypes: Record<string, { columns: Record<string, string>; files: string[]; accountColumn: string }>;
}

const text = readFileSync(join(packageRoot(), 'docs', 'record-sources.md'), 'utf8');
const documented = [...text.matchAll(/```json\n(.*?)```/gs)].map(([, json = '']) => JSON.parse(json) as Documented);
function example(kind: string): Documented {
  const found = documented.find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`nothing is documented of ${kind}`);
  return found;
}

async function problemsOf(source: RecordSource): Promise<unknown[]> {
  const records = await collect(source.readRecords({ accountKey: 'c-1001', dataType: transactionType, ...always }));
  expect(records).toHaveLength(5);
  const schemas = RecordSchemas.load();
  return records.flatMap((record) => schemas.checkRecord(transactionType, record) ?? []);
}

it('records of a database read as documented fit the schema they are documented with', async () => {
  const bank = await startBankDatabase();
  const { databaseUrlFile } = bank.description;
  const source = await SqlSource.open(
    sqlDescription.parse({ ...example('sql'), databaseUrlFile, tls: undefined }),
    () => undefined,
  );
  expect(await source.findAccounts([ana])).toHaveLength(1);
  expect(await problemsOf(source)).toEqual([]);
  await source.close();
  await bank.stop();
});

it('records of CSV read as documented fit the schema they are documented with', async () => {
  const folder = await createTestFolder();
  const { dataTypes, ...form } = example('csv');
  const type = dataTypes[transactionType];
  if (type === undefined) throw new Error(`nothing is documented of ${transactionType}`);
  const rows = bookings.map(({ account, record }) => {
    const fields = flatten(record);
    const named = Object.entries(type.columns).map(([field, column]) => [column, fields[field] ?? '']);
    return { [type.accountColumn]: account, ...Object.fromEntries(named) };
  });
  const files = [await writeCsv(folder.path, 'bookings.csv', rows)];
  const accounts = { files: [await writeCsv(folder.path, 'holders.csv', [{ no: 'c-1001', mail: '', phone: '' }])] };
  const source = await FileSource.open(
    csvDescription.parse({
      ...form,
      accounts: { ...(form as { accounts?: object }).accounts, ...accounts },
      dataTypes: { [transactionType]: { ...type, files } },
    }),
  );
  expect(await problemsOf(source)).toEqual([]);
  await source.close();
  await folder.remove();
});
