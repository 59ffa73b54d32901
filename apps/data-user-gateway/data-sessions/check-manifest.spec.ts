import { describe, expect, test } from 'vitest';
import type { DataManifestFields } from '#protocol';
import { checkManifest } from './check-manifest.ts';

const [one, two] = ['0198c5a0-1111-7000-8000-000000000001', '0198c5a0-1111-7000-8000-000000000002'];
const count = (account: string, records: number) => ({ account, dataType: 'bank.transaction', records });
const parts = [
  { n: 0, digest: 'a', counts: [count(one, 2)] },
  { n: 1, digest: 'b', counts: [count(one, 1), count(two, 3)] },
];
const result = (account: string, delivered: number, outcome: 'DELIVERED' | 'TIMEOUT' = 'DELIVERED') => ({
  account,
  outcome,
  records: [{ dataType: 'bank.transaction', schemaDigest: 's', delivered, refused: 0 }],
});
const manifest: DataManifestFields = {
  sessionId: one,
  dataRequestId: two,
  state: 'COMPLETED',
  accounts: [result(one, 3), result(two, 3)],
  parts: ['a', 'b'],
};

describe('a manifest', () => {
  test('holds where parts and counts are those that came', () => {
    expect(checkManifest(manifest, parts)).toBeUndefined();
  });

  test('holds where some of what came did not fit its schema: they are what was handed over, too', () => {
    const [first, second] = parts;
    const withMisfits = [{ n: 0, digest: 'a', counts: [{ ...count(one, 1), misfits: 1 }] }, second ?? first];
    expect(
      checkManifest(
        manifest,
        withMisfits.flatMap((part) => part ?? []),
      ),
    ).toBeUndefined();
  });

  test.each<[string, Partial<DataManifestFields>]>([
    ['a part more', { parts: ['a', 'b', 'c'] }],
    ['a part less', { parts: ['a'] }],
    ['parts in another order', { parts: ['b', 'a'] }],
    ['more records of an account', { accounts: [result(one, 4), result(two, 3)] }],
    ['fewer records of an account', { accounts: [result(one, 3), result(two, 2)] }],
    ['an account that is not in it', { accounts: [result(one, 3)] }],
    ['a state that does not follow from its accounts', { state: 'PARTIAL' }],
    ['COMPLETED with an account that did not answer', { accounts: [result(one, 3), result(two, 3, 'TIMEOUT')] }],
  ])('does not hold with %s', (_name, change) => {
    expect(checkManifest({ ...manifest, ...change }, parts)).toMatchObject({ code: 'manifest-mismatch' });
  });

  test('of nothing at all holds where nothing came', () => {
    const empty = { ...manifest, accounts: [{ account: one, outcome: 'NO_DATA' as const, records: [] }], parts: [] };
    expect(checkManifest(empty, [])).toBeUndefined();
  });
});
