import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { VerifiedIdentifier } from '../record-sources/record-source.ts';

export const always = { from: '1900-01-01T00:00:00.000Z', to: '2100-01-01T00:00:00.000Z' };
export const transactionType = 'bank.transaction';
export const transactionSchema = 'schema/records/bank.transaction.schema.json';

/** Two account holders of a bank, as its own file has them. */
export const holders = [
  { account: 'c-1001', email: 'Ana.Silva@mail.example', tel: '(202) 555-0123' },
  { account: 'c-1002', email: 'ben@mail.example', tel: '+442079460123' },
];
export const ana: VerifiedIdentifier = { kind: 'email', value: 'ana.silva@mail.example' };

/** A booking as the schema has it. Amounts are such that a careless reader would round or reformat them. */
export function booking(n: number, more: Record<string, unknown> = {}) {
  return {
    transactionId: `tx-${String(n).padStart(9, '0')}`,
    accountNumber: '••••1234',
    bookedAt: `2026-0${(n % 6) + 1}-15T08:30:00.000Z`,
    valueDate: `2026-0${(n % 6) + 1}-15`,
    direction: n % 2 === 0 ? 'DEBIT' : 'CREDIT',
    amount: Number(`${n}.${n}0000001`),
    currency: 'EUR',
    balanceAfter: -0.1,
    method: 'CARD',
    counterparty: { name: `Shop, "${n}"\nLisboa` },
    ...more,
  };
}

/** Whose bookings: in this order in every source. */
export const bookings = [1, 2, 3, 4, 5, 6].map((n) => ({
  account: n === 4 ? 'c-1002' : 'c-1001',
  record: booking(n),
}));

export const ofAna = bookings.filter(({ account }) => account === 'c-1001').map(({ record }) => record);

/** A record's fields as columns: `counterparty.name` beside the others. */
export function flatten(record: Record<string, unknown>, above = ''): Record<string, string> {
  const columns = Object.entries(record).map(([name, value]): Record<string, string> => {
    if (typeof value !== 'object' || value === null) return { [`${above}${name}`]: String(value) };
    return flatten(value as Record<string, unknown>, `${above}${name}.`);
  });
  return Object.assign({}, ...columns);
}

const cell = (value: string | undefined) => (value === undefined ? '' : `"${value.replaceAll('"', '""')}"`);

/** @returns where it was written */
export async function writeCsv(
  folder: string,
  name: string,
  rows: ReadonlyArray<Record<string, string>>,
): Promise<string> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [columns.map(cell), ...rows.map((row) => columns.map((column) => cell(row[column])))];
  const path = join(folder, name);
  await writeFile(path, lines.map((cells) => `${cells.join(',')}\n`).join(''));
  return path;
}

export async function writeJson(folder: string, name: string, value: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, JSON.stringify(value));
  return path;
}
