import { describe, expect, it } from 'vitest';
import { type ConsentQuestion, type ConsentStanding, type ConsentTerms, isRefusal } from '#domain';
import { sampleTerms } from '../spec-support/member-under-test.ts';
import { authoriseDataRequest } from './authorise-data-request.ts';
import type { ProviderArtefact } from './data-request-store.ts';

const now = '2026-03-01T09:00:00.000Z';
const lender = 'https://lender.example';
const bank = 'https://bank.example';
const hospital = 'https://hospital.example';

const artefact = (dataProvider: string, ...types: string[]): ProviderArtefact => ({
  artefactId: `of ${dataProvider}`,
  artefactDigest: 'digest',
  dataProvider,
  dataTypes: types.map((type) => ({ type })),
});
const all = [artefact(bank, 'bank.transaction'), artefact(hospital, 'fhir-r4.immunization')];
const granted = { dataTypes: [{ type: 'bank.transaction' }, { type: 'fhir-r4.immunization' }] };
const periodic: Partial<ConsentTerms> = { fetchType: 'PERIODIC', frequency: { max: 2, per: 'DAY' } };

interface Row {
  readonly terms?: Partial<ConsentTerms>;
  readonly standing?: ConsentStanding;
  readonly ask?: Partial<ConsentQuestion['ask']>;
  readonly uses?: number;
  readonly artefacts?: readonly ProviderArtefact[];
  readonly inactive?: string[];
  readonly gives: string | Record<string, string[]>;
}

const table: Record<string, Row> = {
  'everything granted, of both': {
    gives: { [bank]: ['bank.transaction'], [hospital]: ['fhir-r4.immunization'] },
  },
  'one type: only the provider that holds it': {
    ask: { dataTypes: [{ type: 'bank.transaction' }] },
    gives: { [bank]: ['bank.transaction'] },
  },
  'a provider that is not active is left out': { inactive: [hospital], gives: { [bank]: ['bank.transaction'] } },
  'no provider is active': { inactive: [bank, hospital], gives: 'participant-not-active' },
  'the data user is not active': { inactive: [lender], gives: 'participant-not-active' },
  'the account that held it is unlinked': {
    ask: { dataTypes: [{ type: 'fhir-r4.immunization' }] },
    artefacts: [artefact(bank, 'bank.transaction')],
    gives: 'account-not-linked',
  },
  'someone else asks': { ask: { dataUser: 'https://shop.example' }, gives: 'data-user-not-consented' },
  paused: { standing: { state: 'PAUSED', version: 2 }, gives: 'consent-paused' },
  'paused, and the date to resume has come': {
    standing: { state: 'PAUSED', version: 2, resumeAt: now },
    ask: { dataTypes: [{ type: 'bank.transaction' }] },
    gives: { [bank]: ['bank.transaction'] },
  },
  revoked: { standing: { state: 'REVOKED', version: 2 }, gives: 'consent-revoked' },
  'expired, though nobody wrote it down yet': {
    terms: { consentPeriod: { start: '2026-01-01T00:00:00.000Z', expiry: now } },
    gives: 'consent-expired',
  },
  'not begun': {
    terms: { consentPeriod: { start: '2026-04-01T00:00:00.000Z', expiry: '2026-05-01T00:00:00.000Z' } },
    gives: 'consent-not-started',
  },
  'a type not granted': { ask: { dataTypes: [{ type: 'fhir-r4.patient' }] }, gives: 'data-type-not-consented' },
  'every field where some are granted': {
    terms: { dataTypes: [{ type: 'bank.transaction', fields: ['amount'] }] },
    ask: { dataTypes: [{ type: 'bank.transaction' }] },
    gives: 'field-not-consented',
  },
  'a day too far back': {
    ask: { dataRange: { from: '2024-12-31T00:00:00.000Z', to: '2026-01-01T00:00:00.000Z' } },
    gives: 'data-range-not-consented',
  },
  'once, and used': { uses: 1, gives: 'one-time-used' },
  'twice a day, used once': {
    terms: periodic,
    uses: 1,
    gives: { [bank]: ['bank.transaction'], [hospital]: ['fhir-r4.immunization'] },
  },
  'twice a day, used twice': { terms: periodic, uses: 2, gives: 'frequency-exceeded' },
};

describe('who may be asked for what', () => {
  it.each(Object.entries(table))('%s', (_what, row) => {
    const { standing = { state: 'ACTIVE', version: 1 }, uses = 0, artefacts = all, inactive = [], gives } = row;
    const terms = sampleTerms(now, { ...granted, ...row.terms });
    const { dataTypes, dataRange } = terms;
    const ask = { dataUser: lender, dataTypes, dataRange, ...row.ask };
    const question = { now, consent: { terms, standing, dataUser: lender }, ask, usesInWindow: uses };
    const outcome = authoriseDataRequest(question, artefacts, (id) => !inactive.includes(id));
    const shown = isRefusal(outcome)
      ? outcome.code
      : Object.fromEntries(outcome.map((one) => [one.artefact.dataProvider, one.dataTypes.map(({ type }) => type)]));
    expect(shown).toEqual(gives);
  });
});
