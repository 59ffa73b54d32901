import { describe, expect, it } from 'vitest';
import { isRefusal } from '#domain';
import { answeringAccounts, asAsked, type Choices, canAllow, grantOf, isCovered, narrowingOf } from './choices.ts';
import { requestUnderTest } from './request-under-test.ts';

const request = requestUnderTest();
const asked = asAsked(request);
const chosen = (over: Partial<Choices>): Choices => ({ ...asked, ...over });

describe('what she chooses', () => {
  it('begins as asked, and narrows nothing', () => {
    expect(narrowingOf(request, asked)).toEqual({});
    expect(grantOf(request, asked)).toEqual({ terms: request.terms, narrowedFrom: [] });
    expect(answeringAccounts(request, asked).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it.each([
    [
      'a type left out',
      { fields: { ...asked.fields, 'bank.account-summary': [] } },
      { dataTypes: [{ type: 'bank.transaction' }] },
    ],
    [
      'a detail left out',
      { fields: { ...asked.fields, 'bank.transaction': ['bookedAt', 'amount'] } },
      {
        dataTypes: [{ type: 'bank.account-summary' }, { type: 'bank.transaction', fields: ['bookedAt', 'amount'] }],
      },
    ],
    ['fewer times', { most: 1 }, { frequency: { max: 1, per: 'MONTH' } }],
    ['a shorter life', { dataLife: 'P30D' }, { dataLife: 'P30D' }],
    ['an earlier end', { expiry: '2026-12-22T08:00:00.000Z' }, { expiry: '2026-12-22T08:00:00.000Z' }],
    [
      'an account that holds only a part: the rest is left out',
      { accounts: ['b'] },
      { dataTypes: [{ type: 'bank.account-summary' }] },
    ],
  ])('names only what differs: %s', (_what, over, narrowing) => {
    expect(narrowingOf(request, chosen(over as Partial<Choices>))).toEqual(narrowing);
    expect(isRefusal(grantOf(request, chosen(over as Partial<Choices>)))).toBe(false);
  });

  it.each([
    ['nothing of any type', { fields: { 'bank.account-summary': [], 'bank.transaction': [] } }],
    ['no account', { accounts: [] }],
  ])('is nothing to say yes to: %s', (_what, over) => {
    expect(canAllow(request, chosen(over))).toBe(false);
  });

  it('never widens: what the manager would refuse cannot be allowed here', () => {
    expect(canAllow(request, chosen({ dataLife: 'P1Y' }))).toBe(false);
    expect(canAllow(request, chosen({ most: 5 }))).toBe(false);
  });

  it('says of a type whether a chosen account holds it', () => {
    expect(isCovered(request, chosen({ accounts: ['b'] }), 'bank.transaction')).toBe(false);
    expect(isCovered(request, chosen({ accounts: ['a'] }), 'bank.transaction')).toBe(true);
  });

  it('leaves a request that may not be narrowed as it stands', () => {
    const whole = requestUnderTest({ mayBeNarrowed: false });
    expect(canAllow(whole, asAsked(whole))).toBe(true);
    expect(canAllow(whole, { ...asAsked(whole), dataLife: 'P30D' })).toBe(false);
  });
});
