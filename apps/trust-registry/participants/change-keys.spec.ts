import { describe, expect, it } from 'vitest';
import { addSeconds, isRefusal } from '#domain';
import type { ListedKey, Participant } from '#protocol';
import { introduceKey, retireKey } from './change-keys.ts';

const now = '2026-06-01T12:00:00.000Z';
const jwk = { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' } as const;
const key = (kid: string, change: Partial<ListedKey> = {}): ListedKey => ({
  kid,
  use: 'statement',
  jwk,
  validFrom: '2026-01-01T00:00:00.000Z',
  ...change,
});
const bank = (...keys: ListedKey[]): Participant => ({
  id: 'https://bank.example',
  name: 'A bank',
  roles: ['data-provider'],
  endpoints: { 'data-provider': 'https://bank.example/api' },
  keys,
  dataTypes: [],
  status: 'active',
});
const introduced = { kid: 'new', use: 'statement', jwk, by: 'old' } as const;
const past = addSeconds(now, -1);
const outcome = (result: ReturnType<typeof introduceKey>) => (isRefusal(result) ? result.code : result.keys.length);

describe('a key that a present one introduces', () => {
  it('is listed from now on, and nothing else changes', () => {
    const before = bank(key('old'), key('message', { use: 'message' }));
    expect(introduceKey(before, introduced, now)).toEqual({
      ...before,
      keys: [...before.keys, { kid: 'new', use: 'statement', jwk, validFrom: now }],
    });
  });

  it('and is listed already changes nothing', () => {
    const before = bank(key('old'), key('new'));
    expect(introduceKey(before, introduced, now)).toBe(before);
  });

  it.each<[string, ListedKey[], string]>([
    ['nobody knows the one that introduces it', [key('other')], 'key-not-listed'],
    ['that one has retired', [key('old', { retiredAt: past })], 'key-not-listed'],
    ['that one is compromised', [key('old', { compromisedSince: past })], 'key-not-listed'],
    ['that one has another use', [key('old', { use: 'message' })], 'key-not-listed'],
    ['it has retired itself', [key('old'), key('new', { retiredAt: past })], 'key-not-acceptable'],
    ['it is compromised itself', [key('old'), key('new', { compromisedSince: past })], 'key-not-acceptable'],
    ['it has another use already', [key('old'), key('new', { use: 'message' })], 'key-not-acceptable'],
    ['four are live', [key('old'), key('a'), key('b'), key('c')], 'key-not-acceptable'],
    [
      'twenty came today',
      [key('old'), ...Array.from({ length: 20 }, (_, n) => key(`${n}`, { validFrom: past, retiredAt: past }))],
      'too-many-requests',
    ],
  ])('is refused where %s', (_what, keys, expected) => {
    expect(outcome(introduceKey(bank(...keys), introduced, now))).toBe(expected);
  });

  it('is listed beside many that came and went before', () => {
    const gone = Array.from({ length: 50 }, (_, n) => key(`${n}`, { retiredAt: past }));
    expect(outcome(introduceKey(bank(key('old'), ...gone), introduced, now))).toBe(52);
  });
});

describe('a key that another retires', () => {
  const retire = (keys: ListedKey[], kid = 'old') =>
    retireKey(bank(...keys), { kid, use: 'statement', by: 'new' }, now);

  it('has retired now, once', () => {
    const retired = retire([key('old'), key('new')]);
    expect(retired).toMatchObject({ keys: [{ kid: 'old', retiredAt: now }, { kid: 'new' }] });
    const before = bank(key('old', { retiredAt: past }), key('new'));
    expect(retireKey(before, { kid: 'old', use: 'statement', by: 'new' }, now)).toBe(before);
  });

  it.each<[string, ListedKey[], string, string]>([
    ['itself', [key('old'), key('new')], 'new', 'key-not-acceptable'],
    ['one of another use', [key('old', { use: 'message' }), key('new')], 'old', 'key-not-acceptable'],
    ['one that is not there', [key('new')], 'old', 'participant-unknown'],
    ['one by a key that has retired', [key('old'), key('new', { retiredAt: past })], 'old', 'key-not-listed'],
  ])('is refused: %s', (_what, keys, kid, expected) => {
    expect(outcome(retire(keys, kid))).toBe(expected);
  });
});
