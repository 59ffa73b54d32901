import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { RecordSource } from '../record-sources/record-source.ts';
import { RecordSourceUnavailable } from '../record-sources/record-source-unavailable.ts';
import { always, booking, transactionType } from '../spec-support/statements-under-test.ts';
import { maskValue } from './field-tally.ts';
import { type Trial, trySource } from './try-source.ts';

class Given extends RecordSource {
  readonly dataTypes = [transactionType];

  constructor(private readonly records: () => AsyncIterable<unknown> | Iterable<unknown>) {
    super();
  }

  async findAccounts() {
    return [];
  }

  async *readRecords() {
    yield* this.records();
  }
}

const trial: Trial = { accountKey: 'c-1001', range: always, timeoutMs: 2000, showsValues: false };
async function attempt(records: () => AsyncIterable<unknown> | Iterable<unknown>, more: Partial<Trial> = {}) {
  const [tried] = await trySource(new Given(records), { ...trial, ...more });
  return tried;
}

describe('trying a source', () => {
  it('counts what would leave, what is of another time, and what is refused, with the reason', async () => {
    const records = [
      booking(1),
      booking(2, { amount: -1 }),
      booking(3),
      booking(4, { amount: '4' }),
      booking(5, { amount: -1 }),
      booking(1, { bookedAt: '2030-01-01T00:00:00.000Z' }),
    ];
    const range = { ...always, to: '2029-01-01T00:00:00.000Z' };
    expect(await attempt(() => records, { range })).toMatchObject({
      dataType: transactionType,
      read: 6,
      leave: 2,
      outside: 1,
      refused: [
        { path: '/amount', keyword: 'minimum', records: 2, position: 1 },
        { path: '/amount', keyword: 'type', records: 1, position: 3 },
      ],
    });
  });

  it('shows each field that would leave, masked', async () => {
    const tried = await attempt(() => [booking(1), booking(2, { reference: 'Rent' })]);
    expect(tried?.fields).toContainEqual({
      path: 'counterparty.name',
      types: ['string'],
      records: 2,
      example: 'Xxxx, "9" Xxxxxx',
    });
    expect(tried?.fields).toContainEqual({ path: 'amount', types: ['number'], records: 2, example: '9.99999999' });
    expect(tried?.fields).toContainEqual({ path: 'reference', types: ['string'], records: 1, example: 'Xxxx' });
    expect(JSON.stringify(tried)).not.toMatch(/Shop|Lisboa|2026/);
  });

  it('shows values only where asked to', async () => {
    const tried = await attempt(() => [booking(1)], { showsValues: true });
    expect(tried?.fields).toContainEqual({ path: 'amount', types: ['number'], records: 1, example: '1.10000001' });
  });

  it('leaves out fields that no consent would name', async () => {
    const tried = await attempt(() => [booking(1)], { fields: ['amount', 'counterparty'] });
    expect(tried?.fields.map(({ path }) => path)).toEqual(['amount', 'counterparty.name']);
  });

  it('says why an account would be TIMEOUT, and what had been read by then', async () => {
    const broken = async function* () {
      yield booking(1);
      throw new RecordSourceUnavailable('refused', 'HTTP 500');
    };
    expect(await attempt(broken)).toMatchObject({ leave: 1, failure: 'record source: refused (HTTP 500)' });
    const hanging = async function* () {
      yield booking(1);
      await sleep(60_000, undefined, { ref: false });
    };
    expect(await attempt(hanging, { timeoutMs: 100 })).toMatchObject({
      leave: 1,
      failure: 'record source: timed-out (more than an account may take)',
    });
  });

  it('hides no fault of its own', async () => {
    const broken = async function* () {
      yield booking(1);
      throw new RangeError('broken');
    };
    await expect(attempt(broken)).rejects.toThrow(RangeError);
  });
});

it.each([
  ['2026-03-01T08:30:00.000Z', '9999-99-99X99:99:99.999X'],
  ['Ana.Silva@mail.example', 'Xxx.Xxxxx@xxxx.xxxxxxx'],
  ['Ünal Şahin ٣', 'Xxxx Xxxxx 9'],
  ['株式会社', 'xxxx'],
])('%s is masked as %s', (text, masked) => expect(maskValue(text)).toBe(masked));
