import { describe, expect, it } from 'vitest';
import { draftOf, isComplete, managerOf, spansUpTo, type Template, toAsk } from './draft.ts';

const template: Template = {
  id: 'loan-application',
  title: 'A loan application',
  purposes: ['credit-assessment'],
  purposeTitles: [],
  dataTypeTitles: [],
  dataTypes: [{ type: 'bank.account-summary' }, { type: 'bank.transaction', fields: ['amount'] }],
  consentModes: ['STORE', 'VIEW'],
  fetchTypes: ['ONETIME', 'PERIODIC'],
  maxDataRange: 'P2Y',
  maxConsentPeriod: 'P6M',
  maxDataLife: 'P6M',
  maxFrequency: [
    { max: 4, per: 'DAY' },
    { max: 31, per: 'MONTH' },
  ],
  eraseOnRevocation: false,
  alwaysNarrowable: true,
};
const now = '2026-03-01T00:00:00.000Z';
const filled = {
  ...draftOf(template, 'en'),
  principal: ' asha@saathi.example ',
  consentManager: 'https://saathi.example',
  reason: 'To decide on a loan',
  notice: 'We ask for your statements.',
};

describe('a request composed from a template', () => {
  it('begins modest: one fetch, only to look, a year back, for a month', () => {
    expect(draftOf(template, 'hi')).toMatchObject({ mode: 'VIEW', fetchType: 'ONETIME', noticeLanguage: 'hi' });
    expect(draftOf(template, 'hi')).toMatchObject({ range: 'P1Y', period: 'P1M', life: 'P1M' });
  });

  it('never begins with more than the template allows', () => {
    const strict = { ...template, maxDataRange: 'P3M', maxConsentPeriod: 'P7D', maxDataLife: 'P1D' };
    expect(draftOf(strict, 'en')).toMatchObject({ range: 'P3M', period: 'P7D', life: 'P1D' });
  });

  it('leaves to the template what is asked for in full', () => {
    const { terms } = toAsk({ ...filled, range: 'P2Y', period: 'P6M' }, template, now);
    expect(terms.dataRange).toBeUndefined();
    expect(terms.consentPeriod).toBeUndefined();
    expect(terms.frequency).toBeUndefined();
  });

  it('names dates where less is asked for', () => {
    const { terms } = toAsk({ ...filled, range: 'P6M', period: 'P1M' }, template, now);
    expect(terms.dataRange).toEqual({ from: '2025-09-01T00:00:00.000Z', to: now });
    expect(terms.consentPeriod).toEqual({ start: now, expiry: '2026-04-01T00:00:00.000Z' });
  });

  it('says how often only where it is asked for again and again', () => {
    const { terms } = toAsk({ ...filled, fetchType: 'PERIODIC', frequency: '1' }, template, now);
    expect(terms.frequency).toEqual({ max: 31, per: 'MONTH' });
  });

  it('names the types that are left, with the fields the template limits them to', () => {
    const { terms } = toAsk({ ...filled, types: ['bank.transaction'] }, template, now);
    expect(terms.dataTypes).toEqual([{ type: 'bank.transaction', fields: ['amount'] }]);
  });

  it('may be narrowed where the template says always', () => {
    expect(toAsk({ ...filled, mayBeNarrowed: false }, template, now).mayBeNarrowed).toBe(true);
    const free = { ...template, alwaysNarrowable: false };
    expect(toAsk({ ...filled, mayBeNarrowed: false }, free, now).mayBeNarrowed).toBe(false);
  });

  it.each([{ principal: ' ' }, { reason: '' }, { notice: '' }, { consentManager: '' }, { types: [] }])(
    'is not complete with %j',
    (without) => {
      expect(isComplete(filled)).toBe(true);
      expect(isComplete({ ...filled, ...without })).toBe(false);
    },
  );
});

it.each([
  ['asha@saathi.example', 'https://saathi.example'],
  ['asha', ''],
  ['asha@', ''],
  ['a b@saathi.example', ''],
])('the manager of %j is %j', (principal, manager) => expect(managerOf(principal)).toBe(manager));

it.each([
  ['P6M', ['P1D', 'P7D', 'P1M', 'P3M', 'P6M']],
  ['P1D', ['P1D']],
  ['P30D', ['P1D', 'P7D', 'P30D']],
])('up to %s one may choose %j', (most, spans) => expect(spansUpTo(most)).toEqual(spans));
