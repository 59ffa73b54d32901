import { describe, expect, it, test } from 'vitest';
import { type ConsentTerms, checkConsentRequest, isRefusal, type Narrowing, narrowTerms } from '#domain';
import { loadCatalogues } from '#platform';
import { terms } from './a-consent.ts';

const catalogues = loadCatalogues();
const now = '2026-07-01T00:00:00.000Z';
const asked = (change: Partial<ConsentTerms>): ConsentTerms => ({ ...terms, ...change });
const templated = (change: Partial<ConsentTerms> = {}) => asked({ template: 'loan-application', ...change });
const year = { from: '2025-07-01T00:00:00.000Z', to: '2026-07-01T00:00:00.000Z' };

const viewed: Partial<ConsentTerms> = {
  template: 'spending-insight',
  purpose: { code: 'spending-insight', text: 'To plan your budget' },
  dataTypes: [{ type: 'bank.transaction', fields: ['bookedAt', 'amount'] }],
  consentMode: 'VIEW',
  frequency: { max: 1, per: 'DAY' },
  dataLife: 'P1D',
};

/** The policy: what a data user may ask a person at all. */
const requests: readonly (readonly [when: string, terms: ConsentTerms, answer: string])[] = [
  ['everything agrees', terms, 'yes'],
  ['the purpose is not listed', asked({ purpose: { code: 'curiosity', text: 'why not' } }), 'purpose-unknown'],
  ['a data type is not listed', asked({ dataTypes: [{ type: 'bank.gossip' }] }), 'data-type-unknown'],
  [
    'a field is none of its type',
    asked({ dataTypes: [{ type: 'bank.transaction', fields: ['mood'] }] }),
    'field-unknown',
  ],
  [
    'a filter names a field that is none',
    asked({ dataFilter: [{ type: 'bank.transaction', field: 'mood', operator: '=', value: 'good' }] }),
    'field-unknown',
  ],
  ['no data type is named', asked({ dataTypes: [] }), 'terms-contradictory'],
  [
    'a data type is named twice',
    asked({ dataTypes: [...terms.dataTypes, { type: 'bank.transaction' }] }),
    'terms-contradictory',
  ],
  [
    'a filter is on a type not asked',
    asked({ dataFilter: [{ type: 'fhir-r4.condition', field: 'id', operator: '=', value: 'x' }] }),
    'terms-contradictory',
  ],
  ['the data range is empty', asked({ dataRange: { from: year.to, to: year.to } }), 'terms-contradictory'],
  ['the consent period is empty', asked({ consentPeriod: { start: now, expiry: now } }), 'terms-contradictory'],
  ['the consent period is over', asked({ consentPeriod: { start: year.from, expiry: now } }), 'terms-contradictory'],
  ['periodic without a frequency', asked({ frequency: undefined }), 'terms-contradictory'],
  ['one-time with a frequency', asked({ fetchType: 'ONETIME' }), 'terms-contradictory'],
  ['viewed for a day', asked({ consentMode: 'VIEW', dataLife: 'PT24H' }), 'yes'],
  ['viewed for longer than a day', asked({ consentMode: 'VIEW', dataLife: 'PT25H' }), 'terms-contradictory'],

  ['within its template', templated(), 'yes'],
  ['a template nobody knows', asked({ template: 'carte-blanche' }), 'template-unknown'],
  ['purpose beyond the template', templated({ purpose: { code: 'treatment', text: 'to treat' } }), 'outside-template'],
  ['types beyond the template', templated({ dataTypes: [{ type: 'fhir-r4.condition' }] }), 'outside-template'],
  [
    'range beyond the template',
    templated({ dataRange: { from: '2024-06-30T00:00:00.000Z', to: year.to } }),
    'outside-template',
  ],
  [
    'period beyond the template',
    templated({ consentPeriod: { start: now, expiry: '2027-01-02T00:00:00.000Z' } }),
    'outside-template',
  ],
  ['life beyond the template', templated({ dataLife: 'P7M' }), 'outside-template'],
  ['frequency beyond the template', templated({ frequency: { max: 5, per: 'DAY' } }), 'outside-template'],
  ['a unit that the template does not have', templated({ frequency: { max: 1, per: 'HOUR' } }), 'outside-template'],
  [
    'not erased on revocation, where the template demands it',
    asked({ ...viewed, eraseOnRevocation: false }),
    'outside-template',
  ],
  ['erased on revocation, as the template demands', asked(viewed), 'yes'],
];

describe('a consent request is taken', () => {
  test.each(requests)('when %s', (_when, ask, answer) => {
    expect(checkConsentRequest({ terms: ask, mayBeNarrowed: true }, catalogues, now)?.code ?? 'yes').toBe(answer);
  });

  it('refuses a take-it-or-leave-it request where the template lets a person narrow', () => {
    expect(checkConsentRequest({ terms: templated(), mayBeNarrowed: false }, catalogues, now)?.code).toBe(
      'outside-template',
    );
  });
});

/** The policy: what a person may make of a request. */
const narrowings: readonly (readonly [when: string, narrowing: Narrowing, answer: string])[] = [
  ['nothing is changed', {}, 'as asked'],
  ['a type is left out', { dataTypes: [{ type: 'bank.account-summary' }] }, 'dataTypes'],
  ['a field is left out', { dataTypes: [{ type: 'bank.transaction', fields: ['amount'] }] }, 'dataTypes'],
  ['the range is shortened', { dataRange: { from: '2026-04-01T00:00:00.000Z', to: terms.dataRange.to } }, 'dataRange'],
  ['the frequency is lowered', { frequency: { max: 1, per: 'DAY' } }, 'frequency'],
  ['the life is shortened', { dataLife: 'P7D' }, 'dataLife'],
  ['the period is shortened', { expiry: '2026-08-01T00:00:00.000Z' }, 'consentPeriod'],
  [
    'a filter is added',
    { addFilters: [{ type: 'bank.transaction', field: 'amount', operator: '>', value: 10 }] },
    'dataFilter',
  ],
  ['two things are narrowed', { dataLife: 'P7D', frequency: { max: 1, per: 'DAY' } }, 'frequency,dataLife'],
  ['a type is added', { dataTypes: [...terms.dataTypes, { type: 'fhir-r4.condition' }] }, 'narrowing-widens'],
  [
    'a field is added',
    { dataTypes: [{ type: 'bank.transaction', fields: ['amount', 'narration'] }] },
    'narrowing-widens',
  ],
  ['fields are widened to all', { dataTypes: [{ type: 'bank.transaction' }] }, 'narrowing-widens'],
  ['no type is left', { dataTypes: [] }, 'narrowing-widens'],
  [
    'the range is lengthened',
    { dataRange: { from: '2025-01-01T00:00:00.000Z', to: terms.dataRange.to } },
    'narrowing-widens',
  ],
  [
    'the range is turned round',
    { dataRange: { from: terms.dataRange.to, to: terms.dataRange.from } },
    'terms-contradictory',
  ],
  ['the frequency is raised', { frequency: { max: 3, per: 'DAY' } }, 'narrowing-widens'],
  ['the unit is changed', { frequency: { max: 1, per: 'WEEK' } }, 'narrowing-widens'],
  ['the life is lengthened', { dataLife: 'P2M' }, 'narrowing-widens'],
  ['the period is lengthened', { expiry: '2027-01-01T00:00:00.000Z' }, 'narrowing-widens'],
  ['the period ends before it begins', { expiry: '2026-01-01T00:00:00.000Z' }, 'terms-contradictory'],
  ['a type is left without a field', { dataTypes: [{ type: 'bank.transaction', fields: [] }] }, 'terms-contradictory'],
];

describe('a person narrows', () => {
  test.each(narrowings)('when %s', (_when, narrowing, answer) => {
    const result = narrowTerms(terms, narrowing, true);
    const said = isRefusal(result) ? result.code : result.narrowedFrom.map(({ term }) => term).join() || 'as asked';
    expect(said).toBe(answer);
  });

  it('may only say yes or no where the data user asked so', () => {
    expect(narrowTerms(terms, { dataLife: 'P7D' }, false)).toMatchObject({ code: 'narrowing-not-allowed' });
    expect(narrowTerms(terms, {}, false)).toMatchObject({ terms, narrowedFrom: [] });
  });

  it('keeps the difference, so that the data user sees what it did not get', () => {
    expect(narrowTerms(terms, { dataLife: 'P7D' }, true)).toMatchObject({
      terms: { dataLife: 'P7D' },
      narrowedFrom: [{ term: 'dataLife', asked: 'P30D', granted: 'P7D' }],
    });
  });
});
