import { describe, expect, it } from 'vitest';
import { RecordSchemas } from '#platform';
import { transaction } from '../spec-support/sample-source-under-test.ts';
import { type ReleaseRules, releaseGate } from './released-line.ts';

const schemas = RecordSchemas.load();
const rules: ReleaseRules = {
  account: '0190b3a0-0000-8000-8000-000000000001',
  term: { type: 'bank.transaction' },
  range: { from: '2026-01-01T00:00:00.000Z', to: '2026-12-01T00:00:00.000Z' },
  filters: [],
};
const immunization = {
  resourceType: 'Immunization',
  status: 'completed',
  vaccineCode: { text: 'x' },
  patient: { reference: 'Patient/p-1' },
  occurrenceDateTime: '2026-10-02T09:30:00+02:00',
};
const leaves = { line: expect.any(String), bytes: expect.any(Number) };
const filter = { type: 'bank.transaction', field: 'amount', operator: '<' as const, value: 5 };

describe('what becomes of a record', () => {
  it.each<[string, unknown, Partial<ReleaseRules>, object | string]>([
    [
      'that fits leaves',
      transaction(1),
      {},
      expect.objectContaining({ line: expect.stringContaining('tx-000000001') }),
    ],
    ['from before the range stays', transaction(1, { bookedAt: '2025-12-31T23:59:59.999Z' }), {}, 'outside'],
    ['from its first moment leaves', transaction(1, { bookedAt: '2026-01-01T00:00:00.000Z' }), {}, leaves],
    ['from its end stays', transaction(1, { bookedAt: '2026-12-01T00:00:00.000Z' }), {}, 'outside'],
    ['that a filter lets pass leaves', transaction(4), { filters: [filter] }, leaves],
    ['that a filter holds back stays', transaction(5), { filters: [filter] }, 'outside'],
    [
      'with a field too many is a misfit',
      transaction(1, { ssn: 'x' }),
      {},
      { misfit: { path: '', keyword: 'additionalProperties' } },
    ],
    [
      'with a value out of form is a misfit',
      transaction(1, { amount: -1 }),
      {},
      { misfit: { path: '/amount', keyword: 'minimum' } },
    ],
    ['that is no object is a misfit', null, {}, { misfit: { path: '', keyword: 'type' } }],
    [
      'larger than a part is a misfit',
      { ...immunization, note: [{ text: 'x'.repeat(1_048_576) }] },
      { term: { type: 'fhir-r4.immunization' } },
      { misfit: { path: '', keyword: 'larger-than-a-part' } },
    ],
    [
      'of a type off the catalogue is a misfit',
      {},
      { term: { type: 'bank.loan' } },
      { misfit: { path: '', keyword: 'data-type-unknown' } },
    ],
  ])('one %s', (_, record, changed, expected) => {
    expect(releaseGate({ ...rules, ...changed }, schemas)(record)).toEqual(expected);
  });

  it('only the named fields leave', () => {
    const term = { type: 'bank.transaction', fields: ['amount', 'currency'] };
    const judged = releaseGate({ ...rules, term }, schemas)(transaction(7));
    expect(judged).toMatchObject({
      line: `{"account":"${rules.account}","dataType":"bank.transaction","record":{"amount":7,"currency":"EUR"}}\n`,
    });
  });
});
