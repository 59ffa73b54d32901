import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { createTestDatabase, createTestFolder } from '#testing';
import { bookings, holders, transactionSchema } from './statements-under-test.ts';

/** How the bank's own database is asked, by columns with the names of fields. */
export const bookingsQuery = `
  SELECT holder AS account, id AS "transactionId", account_number AS "accountNumber", booked_at AS "bookedAt",
         value_date AS "valueDate", direction, amount, 'EUR' AS currency, balance AS "balanceAfter", 'CARD' AS method,
         shop AS "counterparty.name"
  FROM bookings WHERE holder = $1 AND booked_at >= $2 AND booked_at < $3 ORDER BY n`;

export const documentsQuery = `SELECT holder AS account, document FROM bookings WHERE holder = $1 ORDER BY n`;

/** A bank's own database: account holders, bookings, a role that only reads, and one that may write. */
export async function startBankDatabase() {
  const place = await createTestDatabase();
  const folder = await createTestFolder();
  const reader = `reader_${randomUUID().slice(0, 8)}`;
  const client = new Client({ connectionString: place.url });
  client.on('error', () => undefined);
  await client.connect();
  await client.query(`
    CREATE TABLE holders (no text PRIMARY KEY, email text, tel text);
    CREATE TABLE bookings (n int PRIMARY KEY, holder text, id text, account_number text, booked_at timestamptz,
      value_date date, direction text, amount numeric, balance numeric, shop text, document jsonb);
    CREATE ROLE ${reader} LOGIN PASSWORD 'only reads';
    GRANT SELECT ON holders, bookings TO ${reader};`);
  for (const { account, email, tel } of holders) {
    await client.query('INSERT INTO holders VALUES ($1, $2, $3)', [account, email, tel]);
  }
  for (const [n, { account, record }] of bookings.entries()) {
    const { transactionId, accountNumber, bookedAt, valueDate, direction, amount, balanceAfter, counterparty } = record;
    const values = [n, account, transactionId, accountNumber, bookedAt, valueDate, direction, String(amount)];
    await client.query('INSERT INTO bookings VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)', [
      ...values,
      ...[String(balanceAfter), counterparty.name, JSON.stringify(record)],
    ]);
  }
  const url = new URL(place.url);
  url.username = reader;
  url.password = 'only reads';
  const databaseUrlFile = join(folder.path, 'bank.url');
  await writeFile(databaseUrlFile, `${url.href}\n`);
  return {
    client,
    folder: folder.path,
    reader,
    description: {
      kind: 'sql' as const,
      databaseUrlFile,
      accounts: {
        query: 'SELECT no AS account, email, tel FROM holders WHERE lower(email) = ANY($1) OR tel = ANY($1)',
        countryCallingCode: '1',
      },
      dataTypes: { 'bank.transaction': { schema: transactionSchema, query: bookingsQuery } },
    },
    async stop() {
      await client.query(`DROP OWNED BY ${reader}; DROP ROLE ${reader}`);
      await client.end();
      await place.drop();
      await folder.remove();
    },
  };
}
