import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '#domain';
import { RecordSchemas } from '#platform';
import { parseStrictJson } from '#protocol';
import { transaction } from '../spec-support/sample-source-under-test.ts';
import { type ReleaseRules, releaseGate } from './released-line.ts';
import { isReadStrictly } from './strict-line.ts';

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
const vaccine = { term: { type: 'fhir-r4.immunization' } };
const dosed = (value: number) => ({ ...immunization, doseQuantity: { value } });
const unreadable = { misfit: { path: '', keyword: 'not-strict-json' } };
/** So many extensions, one within the other. */
const nested = (depth: number) => {
  let inner: object = { url: 'x:y', valueBoolean: true };
  for (let n = 1; n < depth; n += 1) inner = { url: 'x:y', extension: [inner] };
  return { ...immunization, extension: [inner] };
};
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
    ...[
      ['a lone surrogate', { name: 'A\ud800' }],
      ['a lone surrogate that looks escaped', { name: '\\\udc00' }],
      ['a surrogate pair', { name: '\u{1f33b}' }, leaves],
      ['an escape that only looks like one', { name: '\\ud800' }, leaves],
    ].map(
      ([what, counterparty, expected = unreadable]) =>
        [
          `with ${what} ${expected === leaves ? 'leaves' : 'is a misfit'}`,
          transaction(1, { counterparty }),
          {},
          expected,
        ] as [string, unknown, object, object],
    ),
    ['with an integer no reader may take is a misfit', dosed(1e17), vaccine, unreadable],
    ['with an integer that has an exponent is a misfit', dosed(1e21), vaccine, unreadable],
    ['with the greatest integer leaves', dosed(Number.MAX_SAFE_INTEGER), vaccine, leaves],
    ['with the digits of a card in a text leaves', transaction(1, { reference: '12345678901234567' }), {}, leaves],
    ['nested too deep is a misfit', nested(40), vaccine, unreadable],
    ['nested as deep as may be leaves', nested(9), vaccine, leaves],
    [
      'of too many values is a misfit',
      { ...immunization, note: Array.from({ length: 60_000 }, () => ({ text: 'x' })) },
      { term: { type: 'fhir-r4.immunization' } },
      unreadable,
    ],
    [
      'with what no reader takes in a field that was not asked leaves',
      transaction(1, { reference: 'x\ud800' }),
      { term: { type: 'bank.transaction', fields: ['amount'] } },
      leaves,
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

  it('what leaves is read by the data user, whatever stands in it', () => {
    const values = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('\ud83c', '\udf3b', '\\', 'u', 'd800', '9'.repeat(16), ':', ',', '{['))
        .map((all) => all.join('')),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.bigInt(-(10n ** 22n), 10n ** 22n).map(Number),
      fc.integer({ min: 1, max: 40 }).map((depth) => JSON.parse(`${'[{"a":'.repeat(depth)}1${'}]'.repeat(depth)}`)),
      fc.constant(JSON.parse('{"__proto__":1}')),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), values), (record) => {
        const line = JSON.stringify({ account: rules.account, dataType: 'x', record });
        expect(isReadStrictly(line)).toBe(!isRefusal(parseStrictJson(line)));
      }),
      { seed: 7, numRuns: 2000 },
    );
  });

  it('only the named fields leave', () => {
    const term = { type: 'bank.transaction', fields: ['amount', 'currency'] };
    const judged = releaseGate({ ...rules, term }, schemas)(transaction(7));
    expect(judged).toMatchObject({
      line: `{"account":"${rules.account}","dataType":"bank.transaction","record":{"amount":7,"currency":"EUR"}}\n`,
    });
  });
});
