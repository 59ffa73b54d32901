import { describe, expect, test } from 'vitest';
import {
  type ConsentTerms,
  compareAccounts,
  compareDataTypes,
  compareTerms,
  findFormer,
  findRenewals,
  isBeyond,
  type PastConsent,
  type SaidTerms,
  type TermChange,
} from '#domain';
import { loadCatalogues } from '#platform';
import { terms } from './a-consent.ts';

const former: SaidTerms = { terms, noticeDigest: 'notice' };
const asked = (change: Partial<ConsentTerms>, noticeDigest = 'notice'): SaidTerms => ({
  terms: { ...terms, ...change },
  noticeDigest,
});
const [summary, transactions] = terms.dataTypes;
const part = (...fields: string[]) => [{ type: 'bank.account-summary' }, { type: 'bank.transaction', fields }];
const spendings = { type: 'bank.transaction', field: 'amount', operator: '<', value: 0 } as const;
const once = { fetchType: 'ONETIME', frequency: undefined } as const;

/** What a person reads of a request beside the consent that it would renew: only the terms that differ. */
const differences: readonly (readonly [what: string, now: SaidTerms, then: SaidTerms, differ: object])[] = [
  ['the same', former, former, {}],
  [
    'the same time, later',
    asked({
      dataRange: { from: '2026-04-01T00:00:00.000Z', to: '2026-09-29T00:00:00.000Z' },
      consentPeriod: { start: '2026-10-01T00:00:00.000Z', expiry: '2027-01-01T00:00:00.000Z' },
    }),
    former,
    {},
  ],
  ['another purpose', asked({ purpose: { ...terms.purpose, code: 'marketing' } }), former, { purpose: 'other' }],
  ['the purpose in other words', asked({ purpose: { ...terms.purpose, text: 'Ads' } }), former, { purpose: 'other' }],
  ['other words beside it', asked({}, 'else'), former, { notice: 'other' }],
  [
    'a kind of record more',
    asked({ dataTypes: [...terms.dataTypes, { type: 'bank.loan' }] }),
    former,
    { dataTypes: 'more' },
  ],
  ['a kind of record less', asked({ dataTypes: terms.dataTypes.slice(0, 1) }), former, { dataTypes: 'less' }],
  [
    'a field more',
    asked({ dataTypes: part('transactionId', 'bookedAt', 'amount', 'counterparty') }),
    former,
    { dataTypes: 'more' },
  ],
  ['a field less', asked({ dataTypes: part('bookedAt', 'amount') }), former, { dataTypes: 'less' }],
  [
    'a field in place of another',
    asked({ dataTypes: part('bookedAt', 'counterparty') }),
    former,
    { dataTypes: 'more' },
  ],
  [
    'every field',
    asked({ dataTypes: [{ type: 'bank.account-summary' }, { type: 'bank.transaction' }] }),
    former,
    { dataTypes: 'more' },
  ],
  [
    'a longer range',
    asked({ dataRange: { ...terms.dataRange, to: '2026-08-01T00:00:00.000Z' } }),
    former,
    { dataRange: 'more' },
  ],
  [
    'a shorter range',
    asked({ dataRange: { ...terms.dataRange, to: '2026-06-01T00:00:00.000Z' } }),
    former,
    { dataRange: 'less' },
  ],
  [
    'a shorter range that reaches further back',
    asked({ dataRange: { from: '2025-01-01T00:00:00.000Z', to: '2025-02-01T00:00:00.000Z' } }),
    former,
    { dataRange: 'more' },
  ],
  ['more often', asked({ frequency: { max: 3, per: 'DAY' } }), former, { frequency: 'more' }],
  ['less often', asked({ frequency: { max: 1, per: 'DAY' } }), former, { frequency: 'less' }],
  ['so often in another time', asked({ frequency: { max: 2, per: 'WEEK' } }), former, { frequency: 'other' }],
  ['again and again, in place of once', former, asked(once), { frequency: 'more' }],
  ['once, in place of again and again', asked(once), former, { frequency: 'other' }],
  [
    'a longer time to fetch',
    asked({ consentPeriod: { ...terms.consentPeriod, expiry: '2026-11-01T00:00:00.000Z' } }),
    former,
    { consentPeriod: 'more' },
  ],
  [
    'a shorter time to fetch',
    asked({ consentPeriod: { ...terms.consentPeriod, expiry: '2026-09-01T00:00:00.000Z' } }),
    former,
    { consentPeriod: 'less' },
  ],
  ['kept longer', asked({ dataLife: 'P31D' }), former, { dataLife: 'more' }],
  ['kept shorter', asked({ dataLife: 'P7D' }), former, { dataLife: 'less' }],
  ['fewer records', asked({ dataFilter: [spendings] }), former, { dataFilter: 'less' }],
  ['records that were left out', former, asked({ dataFilter: [spendings] }), { dataFilter: 'more' }],
  ['kept, not only viewed', former, asked({ consentMode: 'VIEW' }), { consentMode: 'more' }],
  ['only viewed, not kept', asked({ consentMode: 'VIEW' }), former, { consentMode: 'other' }],
  ['kept after withdrawal', asked({ eraseOnRevocation: false }), former, { eraseOnRevocation: 'more' }],
  ['erased on withdrawal', former, asked({ eraseOnRevocation: false }), { eraseOnRevocation: 'less' }],
  ['other limits that bind it', asked({ template: 'loan-application' }), former, { template: 'other' }],
  [
    'more of one and less of another',
    asked({ dataLife: 'P7D', frequency: { max: 3, per: 'DAY' } }),
    former,
    { dataLife: 'less', frequency: 'more' },
  ],
];

describe('a request beside the consent that it would renew', () => {
  test.each(differences)('asks for %s', (_what, now, then, differ) => {
    const found = compareTerms(now, then).filter(({ change }) => change !== 'same');
    expect(Object.fromEntries(found.map(({ term, change }) => [term, change]))).toEqual(differ);
  });

  test('goes beyond it with what is more, and with what is different', () => {
    const changes: readonly TermChange[] = ['more', 'other', 'less', 'same'];
    expect(changes.filter((change) => isBeyond({ change }))).toEqual(['more', 'other']);
  });

  test('says of each kind of record which details are more and which less', () => {
    const now = [{ type: 'bank.transaction', fields: ['amount', 'counterparty'] }, { type: 'bank.loan' }];
    const { dataTypes } = loadCatalogues();
    const compared = compareDataTypes(
      now,
      [summary, transactions].flatMap((term) => term ?? []),
      dataTypes,
    );
    expect(compared).toEqual([
      { type: 'bank.transaction', change: 'more', more: ['counterparty'], less: ['transactionId', 'bookedAt'] },
      { type: 'bank.loan', change: 'more', more: dataTypes.get('bank.loan')?.fields ?? [], less: [] },
      { type: 'bank.account-summary', change: 'less', more: [], less: dataTypes.get('bank.account-summary')?.fields },
    ]);
  });

  test('says which accounts could answer now that did not then, and the other way about', () => {
    expect(compareAccounts(['savings', 'ward'], ['savings', 'closed'])).toEqual([
      { id: 'savings', change: 'same' },
      { id: 'ward', change: 'more' },
      { id: 'closed', change: 'less' },
    ]);
  });
});

const lender = 'https://lender.example';
const past = (id: string, more: Partial<PastConsent> = {}): PastConsent => ({
  ...{ id, dataUser: lender, terms, noticeDigest: 'notice', accounts: ['savings'], state: 'EXPIRED' },
  approvedAt: `2026-0${id}-01T00:00:00.000Z`,
  ...more,
});
const monitoring = { ...terms, purpose: { code: 'account-monitoring', text: 'To watch' } };
const emergency = { givenBy: { id: 'rule', kind: 'emergency-access' } } as const;

/** Which of her consents a request for a loan, made by the lender in August, would renew. */
test.each<[string, readonly PastConsent[], string | undefined]>([
  ['there is none', [], undefined],
  ['there are two', [past('1'), past('2')], '2'],
  ['the newest has another purpose', [past('1'), past('2', { terms: monitoring })], '1'],
  ['the newest was given to another', [past('1'), past('2', { dataUser: 'https://x.example' })], '1'],
  ['she withdrew the newest', [past('1'), past('2', { revokedAt: '2026-03-01T00:00:00.000Z' })], '1'],
  ['she withdrew the newest afterwards', [past('1'), past('2', { revokedAt: '2026-09-01T00:00:00.000Z' })], '2'],
  ['the newest was given in an emergency', [past('1'), past('2', emergency)], '1'],
  ['the newest is paused', [past('1'), past('2', { state: 'PAUSED' })], '2'],
])('where %s, it would renew the right one', (_when, consents, former) => {
  const request = { dataUser: lender, purpose: 'credit-assessment', at: '2026-08-01T00:00:00.000Z' };
  expect(findFormer(request, consents)?.id).toBe(former);
});

describe('consents in a row', () => {
  const ends = (id: string, all: readonly PastConsent[]) => {
    const { renews, renewedBy } = findRenewals(id, all);
    return [renews?.id, renewedBy?.id];
  };

  test('each renew the one before', () => {
    const all = [past('1'), past('2', { terms: monitoring }), past('3'), past('4')];
    expect(all.map(({ id }) => ends(id, all))).toEqual([
      [undefined, '3'],
      [undefined, undefined],
      ['1', '4'],
      ['3', undefined],
    ]);
  });

  test('renew what the rule named that gave them', () => {
    const all = [past('1'), past('2'), past('3', { givenBy: { id: 'rule', kind: 'approve-renewal', renews: '1' } })];
    expect(ends('3', all)).toEqual(['1', undefined]);
  });

  test('renew nothing where one was withdrawn before, or given in an emergency', () => {
    const all = [past('1', { revokedAt: '2026-01-15T00:00:00.000Z' }), past('2'), past('3', emergency)];
    expect(all.map(({ id }) => ends(id, all))).toEqual(all.map(() => [undefined, undefined]));
  });
});
