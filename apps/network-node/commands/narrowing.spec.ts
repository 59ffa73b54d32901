import { describe, expect, it } from 'vitest';
import type { ConsentTerms, Narrowing } from '#domain';
import { type NarrowOptions, narrowingFrom } from './narrowing.ts';

const terms: ConsentTerms = {
  purpose: { code: 'credit-assessment', text: 'To decide on a loan' },
  dataTypes: [{ type: 'bank.account-summary' }, { type: 'bank.transaction', fields: ['bookedAt', 'amount', 'text'] }],
  dataRange: { from: '2025-11-21T00:00:00.000Z', to: '2026-11-21T00:00:00.000Z' },
  consentMode: 'STORE',
  fetchType: 'PERIODIC',
  frequency: { max: 4, per: 'DAY' },
  consentPeriod: { start: '2026-11-21T00:00:00.000Z', expiry: '2026-12-21T00:00:00.000Z' },
  dataLife: 'P30D',
  dataFilter: [],
  eraseOnRevocation: true,
};
const { frequency: _frequency, ...rest } = terms;
const once: ConsentTerms = { ...rest, fetchType: 'ONETIME' };

const table: [NarrowOptions, Narrowing][] = [
  [{ months: '3' }, { dataRange: { from: '2026-08-21T00:00:00.000Z', to: '2026-11-21T00:00:00.000Z' } }],
  [{ types: 'bank.account-summary' }, { dataTypes: [{ type: 'bank.account-summary' }] }],
  [
    { types: ' bank.transaction ' },
    { dataTypes: [{ type: 'bank.transaction', fields: ['bookedAt', 'amount', 'text'] }] },
  ],
  [
    { types: 'bank.transaction', fields: 'bookedAt, amount' },
    { dataTypes: [{ type: 'bank.transaction', fields: ['bookedAt', 'amount'] }] },
  ],
  [
    { fields: 'amount' },
    {
      dataTypes: [
        { type: 'bank.account-summary', fields: ['amount'] },
        { type: 'bank.transaction', fields: ['amount'] },
      ],
    },
  ],
  [{ life: 'P7D' }, { dataLife: 'P7D' }],
  [{ max: '2' }, { frequency: { max: 2, per: 'DAY' } }],
  [{ until: '2026-12-01' }, { expiry: '2026-12-01T00:00:00.000Z' }],
  [
    { life: 'PT12H', max: '1', until: '2026-12-01T12:00Z' },
    { dataLife: 'PT12H', frequency: { max: 1, per: 'DAY' }, expiry: '2026-12-01T12:00:00.000Z' },
  ],
];

describe('what she would rather allow', () => {
  it.each(table)('%j', (options, narrowing) => expect(narrowingFrom(terms, options)).toEqual(narrowing));
});

describe('what cannot be said so', () => {
  it.each<[NarrowOptions, ConsentTerms, string]>([
    [{}, terms, 'say what you allow less of'],
    [{ months: '0' }, terms, '--months 0: a whole number is needed'],
    [{ months: '1.5' }, terms, '--months 1.5: a whole number is needed'],
    [{ months: '-3' }, terms, '--months -3: a whole number is needed'],
    [{ months: '12345' }, terms, '--months 12345: a whole number is needed'],
    [{ max: 'two' }, terms, '--max two: a whole number is needed'],
    [{ max: '2' }, once, '--max: it is fetched only once as it is'],
    [
      { types: 'fhir-r4.condition' },
      terms,
      'fhir-r4.condition is not asked for: bank.account-summary, bank.transaction',
    ],
    [{ types: '' }, terms, ' is not asked for'],
    [{ life: '7 days' }, terms, '--life 7 days: a duration is needed'],
    [{ until: 'tomorrow' }, terms, 'tomorrow is not a time'],
    [{ until: '2026-13-01' }, terms, '2026-13-01 is not a time'],
  ])('%j', (options, asked, message) => expect(() => narrowingFrom(asked, options)).toThrow(message));
});
