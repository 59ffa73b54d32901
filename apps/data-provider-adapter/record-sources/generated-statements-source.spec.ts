import { describe, expect, it } from 'vitest';
import { RecordSchemas } from '#platform';
import type { BankTransaction } from './generated-account.ts';
import { GeneratedStatementsSource } from './generated-statements-source.ts';
import { collect, recordSourceContract } from './record-source.contract.ts';

const always = { from: '1900-01-01T00:00:00.000Z', to: '2100-01-01T00:00:00.000Z' };
const holders = new Map(
  Array.from({ length: 40 }, (_, n) => [`c-${n}`, [{ kind: 'email' as const, value: `person${n}@mail.example` }]]),
);
const bank = (asOf = '2026-11-21T00:00:00.000Z', seed = 'demo') =>
  new GeneratedStatementsSource({ seed, holders, currency: 'EUR', asOf: () => asOf });
const statement = async (source: GeneratedStatementsSource, accountKey: string) =>
  (await collect(source.readRecords({ accountKey, dataType: 'bank.transaction', ...always }))) as BankTransaction[];

recordSourceContract('GeneratedStatementsSource', async () => ({
  source: bank(),
  known: { kind: 'email', value: 'person7@mail.example' },
  dataType: 'bank.transaction',
}));

describe('generated statements', () => {
  it('are the same for the same seed, others for another', async () => {
    expect(await statement(bank(), 'c-1/CURRENT')).toEqual(await statement(bank(), 'c-1/CURRENT'));
    expect(await statement(bank(undefined, 'other'), 'c-1/CURRENT')).not.toEqual(
      await statement(bank(), 'c-1/CURRENT'),
    );
    expect(await statement(bank(), 'c-2/CURRENT')).not.toEqual(await statement(bank(), 'c-1/CURRENT'));
  });

  it('only grow as time goes by', async () => {
    const before = await statement(bank('2026-05-10T12:00:00.000Z'), 'c-1/CURRENT');
    const after = await statement(bank('2026-11-21T00:00:00.000Z'), 'c-1/CURRENT');
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.length).toBeGreaterThan(before.length);
    expect((before.at(-1)?.bookedAt ?? '') <= '2026-05-10T12:00:00.000Z').toBe(true);
  });

  it.each(['c-3/CURRENT', 'c-3/SAVINGS'])('%s: balances add up, times rise, ids are its own', async (accountKey) => {
    const booked = await statement(bank(), accountKey);
    let cents = 0;
    for (const { direction, amount, balanceAfter } of booked) {
      cents += Math.round(amount * 100) * (direction === 'CREDIT' ? 1 : -1);
      expect(Math.round(balanceAfter * 100)).toBe(cents);
    }
    const times = booked.map((transaction) => transaction.bookedAt);
    expect(times).toEqual(times.toSorted());
    expect(new Set(booked.map((transaction) => transaction.transactionId)).size).toBe(booked.length);
  });

  it('cover years of a life: a salary and a rent every month', async () => {
    const booked = await statement(bank(), 'c-4/CURRENT');
    const months = (category: string) =>
      booked.filter((transaction) => transaction.category === category && transaction.bookedAt.startsWith('2025'))
        .length;
    expect([months('SALARY'), months('RENT')]).toEqual([12, 12]);
    expect(months('GROCERIES')).toBeGreaterThan(70);
    expect(booked.length).toBeGreaterThan(1500);
  });

  it('ruin no one and make no one rich', async () => {
    for (const holder of holders.keys()) {
      const balances = (await statement(bank(), `${holder}/CURRENT`)).map((transaction) => transaction.balanceAfter);
      expect(Math.min(...balances)).toBeGreaterThan(-2500);
      expect(Math.max(...balances)).toBeLessThan(60_000);
    }
  });

  it('end in the balance of the summary, which fits its schema', async () => {
    const summaries = await collect(
      bank().readRecords({ accountKey: 'c-5/SAVINGS', dataType: 'bank.account-summary', ...always }),
    );
    const last = (await statement(bank(), 'c-5/SAVINGS')).at(-1);
    expect(summaries).toMatchObject([{ balance: last?.balanceAfter, accountNumber: last?.accountNumber }]);
    expect(RecordSchemas.load().checkRecord('bank.account-summary', summaries[0])).toBeUndefined();
  });
});
