import { describe, expect, it } from 'vitest';
import { type ConsentTerms, isRefusal } from '#domain';
import { loadCatalogues } from '#platform';
import { sampleTerms } from '../spec-support/member-under-test.ts';
import { chooseGrant, type Decision, type LinkedAccount } from './choose-grant.ts';

const now = '2026-03-01T09:00:00.000Z';
const catalogues = loadCatalogues();
const savings: LinkedAccount = {
  id: 'savings',
  dataProvider: 'https://bank.example',
  providerLinkId: 's',
  dataTypes: ['bank.transaction', 'bank.account-summary'],
};
const current: LinkedAccount = { ...savings, id: 'current', providerLinkId: 'c', dataTypes: ['bank.transaction'] };
const ward: LinkedAccount = {
  id: 'ward',
  dataProvider: 'https://hospital.example',
  providerLinkId: 'w',
  dataTypes: ['fhir-r4.immunization'],
};
const both = { dataTypes: [{ type: 'bank.transaction' }, { type: 'fhir-r4.immunization' }] };

interface Row {
  readonly asked?: Partial<ConsentTerms>;
  readonly mayBeNarrowed?: boolean;
  readonly decision?: Decision;
  readonly linked?: readonly LinkedAccount[];
  readonly gives: { accounts?: string[]; types?: string[]; narrowed?: string[]; refused?: string };
}

const table: Record<string, Row> = {
  'all active accounts that hold something asked, where she names none': {
    linked: [savings, current, ward],
    gives: { accounts: ['savings', 'current'], types: ['bank.transaction'], narrowed: [] },
  },
  'the accounts she names alone': {
    linked: [savings, current],
    decision: { accounts: ['current'] },
    gives: { accounts: ['current'], narrowed: [] },
  },
  'an account that is not hers': {
    linked: [savings],
    decision: { accounts: ['someone-elses'] },
    gives: { refused: 'account-not-yours' },
  },
  'an account that holds nothing asked for': {
    linked: [savings, ward],
    decision: { accounts: ['ward'] },
    gives: { refused: 'no-account-covers' },
  },
  'no account at all': { linked: [], gives: { refused: 'no-account-covers' } },
  'a type that no account holds is left out openly': {
    asked: both,
    linked: [savings],
    gives: { accounts: ['savings'], types: ['bank.transaction'], narrowed: ['dataTypes'] },
  },
  'a type that no account holds, where it is all or nothing': {
    asked: both,
    mayBeNarrowed: false,
    linked: [savings],
    gives: { refused: 'no-account-covers' },
  },
  'half the range': {
    linked: [savings],
    decision: { narrowing: { dataRange: { from: '2025-07-01T00:00:00.000Z', to: '2026-01-01T00:00:00.000Z' } } },
    gives: { narrowed: ['dataRange'] },
  },
  'the same range is no narrowing': {
    linked: [savings],
    mayBeNarrowed: false,
    decision: { narrowing: { dataRange: { from: '2025-01-01T00:00:00.000Z', to: '2026-01-01T00:00:00.000Z' } } },
    gives: { narrowed: [] },
  },
  'a narrowing where it is all or nothing': {
    mayBeNarrowed: false,
    linked: [savings],
    decision: { narrowing: { dataLife: 'P1D' } },
    gives: { refused: 'narrowing-not-allowed' },
  },
  'a wider range': {
    linked: [savings],
    decision: { narrowing: { dataRange: { from: '2020-01-01T00:00:00.000Z', to: '2026-01-01T00:00:00.000Z' } } },
    gives: { refused: 'narrowing-widens' },
  },
  'fields that the type does not have': {
    linked: [savings],
    decision: { narrowing: { dataTypes: [{ type: 'bank.transaction', fields: ['nonsense'] }] } },
    gives: { refused: 'field-unknown' },
  },
  'a type named twice': {
    linked: [savings],
    decision: { narrowing: { dataTypes: [{ type: 'bank.transaction' }, { type: 'bank.transaction' }] } },
    gives: { refused: 'terms-contradictory' },
  },
  'an expiry that is past': {
    linked: [savings],
    asked: { consentPeriod: { start: '2026-01-01T00:00:00.000Z', expiry: '2026-12-01T00:00:00.000Z' } },
    decision: { narrowing: { expiry: '2026-02-01T00:00:00.000Z' } },
    gives: { refused: 'terms-contradictory' },
  },
  'leaving out a type that was asked with a filter': {
    asked: {
      ...both,
      dataFilter: [{ type: 'fhir-r4.immunization', field: 'status', operator: '=', value: 'completed' }],
    },
    linked: [savings, ward],
    decision: { narrowing: { dataTypes: [{ type: 'bank.transaction' }] } },
    gives: { accounts: ['savings'], types: ['bank.transaction'], narrowed: ['dataTypes'] },
  },
};

describe('what a yes gives', () => {
  it.each(Object.entries(table))('%s', (_what, { asked, mayBeNarrowed = true, decision = {}, linked = [], gives }) => {
    const grant = chooseGrant({ terms: sampleTerms(now, asked), mayBeNarrowed }, decision, linked, catalogues, now);
    if (isRefusal(grant)) return expect(grant.code).toBe(gives.refused);
    expect(gives.refused).toBeUndefined();
    if (gives.accounts) expect(grant.accounts.map(({ id }) => id)).toEqual(gives.accounts);
    if (gives.types) expect(grant.terms.dataTypes.map(({ type }) => type)).toEqual(gives.types);
    if (gives.narrowed) expect(grant.narrowedFrom.map(({ term }) => term)).toEqual(gives.narrowed);
  });
});
