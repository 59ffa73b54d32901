import { describe, expect, it } from 'vitest';
import { type ConsentTerms, durationWords, frequencyWords, momentWords } from '#domain';
import { describeTerms, readDataTypeTitles, sayTerms } from './terms-words.ts';

const terms: ConsentTerms = {
  purpose: { code: 'credit-assessment', text: 'To decide on a loan' },
  dataTypes: [{ type: 'bank.account-summary' }, { type: 'bank.transaction', fields: ['bookedAt', 'amount'] }],
  dataRange: { from: '2026-05-21T00:00:00.000Z', to: '2026-11-21T00:00:00.000Z' },
  consentMode: 'STORE',
  fetchType: 'PERIODIC',
  frequency: { max: 4, per: 'DAY' },
  consentPeriod: { start: '2026-11-21T00:00:00.000Z', expiry: '2026-12-21T00:00:00.000Z' },
  dataLife: 'P30D',
  dataFilter: [{ type: 'bank.transaction', field: 'amount', operator: '>=', value: 100 }],
  eraseOnRevocation: false,
};
const titles = readDataTypeTitles(process.cwd());

describe('terms in words', () => {
  it('are one sentence', () => {
    expect(sayTerms('Fairlend', terms, titles)).toBe(
      'Fairlend may fetch your account summary and transactions, only bookedAt, amount of 21 May 2026 to 21 Nov 2026, ' +
        'at most 4 times a day until 21 Dec 2026, and keep them for 30 days.',
    );
  });

  it('leave nothing out', () => {
    expect(Object.fromEntries(describeTerms(terms, titles))).toEqual({
      records: 'Account summary; Transactions, only bookedAt, amount',
      dated: '21 May 2026 to 21 Nov 2026',
      only: 'Transactions where amount >= 100',
      fetched: 'at most 4 times a day, until 21 Dec 2026',
      kept: '30 days',
      'if withdrawn': 'what was received stays until its time is up',
    });
  });

  it('say that what is only viewed is not kept', () => {
    expect(sayTerms('A', { ...terms, consentMode: 'VIEW' }, titles)).toContain('look at them without keeping them');
  });
});

describe('time in words', () => {
  it.each([
    ['P1Y', '1 year'],
    ['P6M', '6 months'],
    ['PT15M', '15 minutes'],
    ['P2W', '2 weeks'],
  ])('%s is %s', (duration, words) => expect(durationWords(duration)).toBe(words));

  it.each([
    [undefined, 'once'],
    [{ max: 1, per: 'HOUR' as const }, 'at most once an hour'],
    [{ max: 2, per: 'WEEK' as const }, 'at most twice a week'],
  ])('%j is %s', (frequency, words) => expect(frequencyWords(frequency)).toBe(words));

  it('a moment says that it is UTC', () => {
    expect(momentWords('2026-01-05T07:08:09.000Z')).toBe('5 Jan 2026 07:08 UTC');
  });
});
