import { describe, expect, test } from 'vitest';
import { type ConsentTemplate, type ConsentTerms, checkConsentRequest, isRefusal } from '#domain';
import { loadCatalogues } from '#platform';
import { fillTerms, type TermsDraft } from './fill-terms.ts';

const now = '2028-02-29T12:00:00.000Z';
const template: ConsentTemplate = {
  id: 'check',
  title: 'A check',
  purposes: ['treatment'],
  dataTypes: [{ type: 'fhir-r4.immunization' }],
  consentModes: ['VIEW'],
  fetchTypes: ['PERIODIC'],
  maxDataRange: 'P2Y',
  maxConsentPeriod: 'P30D',
  maxDataLife: 'P1D',
  maxFrequency: [{ max: 2, per: 'DAY' }],
  eraseOnRevocation: true,
  alwaysNarrowable: false,
};
const templates = new Map([[template.id, template]]);
const purpose = { text: 'Before your journey' };

describe('terms that are said in part', () => {
  test('are filled from the template as far as it goes', () => {
    expect(fillTerms({ template: 'check', purpose }, templates, now)).toEqual({
      purpose: { code: 'treatment', text: 'Before your journey' },
      template: 'check',
      dataTypes: [{ type: 'fhir-r4.immunization' }],
      dataRange: { from: '2026-03-01T12:00:00.000Z', to: now },
      consentMode: 'VIEW',
      fetchType: 'PERIODIC',
      frequency: { max: 2, per: 'DAY' },
      consentPeriod: { start: now, expiry: '2028-03-30T12:00:00.000Z' },
      dataLife: 'P1D',
      dataFilter: [],
      eraseOnRevocation: true,
    });
  });

  test('keep what is said', () => {
    const draft: TermsDraft = { template: 'check', purpose, dataLife: 'PT1H', frequency: { max: 1, per: 'DAY' } };
    expect(fillTerms(draft, templates, now)).toMatchObject({ dataLife: 'PT1H', frequency: { max: 1 } });
  });

  test('are refused where neither they nor the template say enough', () => {
    expect(fillTerms({ purpose: { ...purpose, code: 'treatment' } }, templates, now)).toMatchObject({
      code: 'terms-contradictory',
    });
    const choices = new Map([['check', { ...template, fetchTypes: ['ONETIME', 'PERIODIC'] as const }]]);
    expect(fillTerms({ template: 'check', purpose }, choices, now)).toMatchObject({ code: 'terms-contradictory' });
    expect(fillTerms({ template: 'none', purpose }, templates, now)).toMatchObject({ code: 'template-unknown' });
  });

  test('stay within every template there is, on any day', () => {
    const catalogues = loadCatalogues();
    for (const day of ['2026-01-31', '2026-12-31', '2028-02-29', '2027-03-30']) {
      for (const { id, purposes } of catalogues.templates.values()) {
        const at = `${day}T10:00:00.000Z`;
        const draft: TermsDraft = { template: id, purpose: { code: purposes[0], text: 'x' } };
        const chosen: TermsDraft = { consentMode: 'VIEW', fetchType: 'ONETIME', ...draft };
        const periodic: TermsDraft = { ...chosen, fetchType: 'PERIODIC' };
        const limits = catalogues.templates.get(id);
        const wanted = limits?.fetchTypes.includes('ONETIME') ? chosen : periodic;
        const terms = fillTerms({ ...wanted, dataLife: 'PT6H' }, catalogues.templates, at);
        if (isRefusal(terms)) throw new Error(terms.detail);
        expect(
          checkConsentRequest({ terms: terms as ConsentTerms, mayBeNarrowed: true }, catalogues, at),
        ).toBeUndefined();
      }
    }
  });
});
