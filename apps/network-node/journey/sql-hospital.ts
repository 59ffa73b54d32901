import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { cataloguedType, type HospitalContents, recordsOf } from './hospital-records.ts';

const database = 'hospital_records';
const reader = 'hospital_reader';
const rowsAtOnce = 500;

/** A database with a table for each data type and a role that only reads. @returns the description of the source */
export async function fillDatabase(contents: HospitalContents): Promise<object> {
  const password = randomBytes(24).toString('base64url');
  await onDatabase(contents.databaseUrl, async (client) => {
    await client.query(`CREATE DATABASE ${database}`);
    await client.query(`CREATE ROLE ${reader} LOGIN PASSWORD '${password}'`);
  });
  const url = new URL(contents.databaseUrl);
  url.pathname = `/${database}`;
  await onDatabase(url.href, (client) => fillTables(client, contents));
  url.username = reader;
  url.password = password;
  const databaseUrlFile = join(contents.folder, 'records-database.url');
  writeFileSync(databaseUrlFile, url.href, { mode: 0o600 });
  const dataTypes = contents.dataTypes.map((dataType) => [
    dataType,
    {
      schema: cataloguedType(dataType).schema,
      query: `SELECT person AS account, document FROM "${dataType}" WHERE person = $1 ORDER BY n`,
      jsonColumn: 'document',
    },
  ]);
  return {
    kind: 'sql',
    databaseUrlFile,
    label: 'Health record',
    accounts: { query: 'SELECT person AS account, email, NULL AS tel FROM people WHERE lower(email) = ANY($1)' },
    dataTypes: Object.fromEntries(dataTypes),
  };
}

async function fillTables(client: Client, contents: HospitalContents): Promise<void> {
  await client.query('CREATE TABLE people (person text PRIMARY KEY, email text)');
  const people = [[...contents.contacts.keys()], [...contents.contacts.values()]];
  await client.query('INSERT INTO people SELECT * FROM unnest($1::text[], $2::text[])', people);
  for (const dataType of contents.dataTypes) {
    await client.query(`CREATE TABLE "${dataType}" (n bigserial PRIMARY KEY, person text, document jsonb)`);
    let persons: string[] = [];
    let documents: string[] = [];
    const insert = async () => {
      const text = `INSERT INTO "${dataType}" (person, document) SELECT * FROM unnest($1::text[], $2::jsonb[])`;
      await client.query(text, [persons, documents]);
      persons = [];
      documents = [];
    };
    for await (const { person, resource } of recordsOf(contents, dataType)) {
      persons.push(person);
      documents.push(JSON.stringify(resource));
      if (persons.length === rowsAtOnce) await insert();
    }
    await insert();
    await client.query(`CREATE INDEX ON "${dataType}" (person, n)`);
  }
  await client.query(`GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${reader}`);
}

async function onDatabase(url: string, act: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await act(client);
  } finally {
    await client.end();
  }
}
