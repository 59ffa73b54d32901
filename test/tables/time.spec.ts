import { describe, expect, it, test } from 'vitest';
import {
  addDuration,
  compareDurations,
  dataLifeEnds,
  endsDataLife,
  isDuration,
  isInstant,
  isWithinRange,
  passesFilters,
  useWindowAt,
} from '#domain';
import { terms } from './a-consent.ts';

describe('durations', () => {
  test.each([
    ['2026-01-31T10:00:00.000Z', 'P1M', '2026-02-28T10:00:00.000Z'],
    ['2024-02-29T00:00:00.000Z', 'P1Y', '2025-02-28T00:00:00.000Z'],
    ['2026-03-01T00:00:00.000Z', 'P2W', '2026-03-15T00:00:00.000Z'],
    ['2026-12-31T23:59:59.999Z', 'P1D', '2027-01-01T23:59:59.999Z'],
    ['2026-01-01T00:00:00.000Z', 'PT36H', '2026-01-02T12:00:00.000Z'],
    ['2026-01-01T00:00:00.000Z', 'PT90S', '2026-01-01T00:01:30.000Z'],
    ['2026-01-01T00:00:00.000Z', 'P9999Y', '9999-12-31T23:59:59.999Z'],
    ['9999-12-31T23:30:00.000Z', 'PT1H', '9999-12-31T23:59:59.999Z'],
  ])('%s and %s make %s', (from, duration, to) => {
    expect(addDuration(from, duration)).toBe(to);
  });

  test.each(['P1Y2M', 'P', 'PT', '1D', 'P-1D', 'P1.5D', 'P1H', 'PT1D', ''])('refuse %o', (text) => {
    expect(isDuration(text)).toBe(false);
  });

  it('compare by length', () => {
    expect(compareDurations('P1D', 'PT24H')).toBe(0);
    expect(compareDurations('P6M', 'P1Y')).toBeLessThan(0);
    expect(compareDurations('P30D', 'P2W')).toBeGreaterThan(0);
    expect(compareDurations('P9999Y', 'P9000Y')).toBeGreaterThan(0);
  });

  test.each([
    ['2026-02-28T10:00:00.000Z', true],
    ['2026-02-30T10:00:00.000Z', false],
    ['2026-02-28T10:00:00Z', false],
    ['2026-02-28T10:00:00.000+01:00', false],
    ['2026-02-28T24:00:00.000Z', false],
    ['0000-01-01T00:00:00.000Z', false],
    ['+012026-01-01T00:00:00.000Z', false],
  ])('an instant has one spelling: %s', (text, good) => {
    expect(isInstant(text)).toBe(good);
  });
});

describe('uses are counted in fixed windows from the start of the consent period', () => {
  const window = (per: 'HOUR' | 'DAY' | 'WEEK' | 'MONTH' | 'YEAR', at: string, start = '2024-01-31T06:00:00.000Z') => {
    const counted = {
      ...terms,
      frequency: { max: 1, per },
      consentPeriod: { start, expiry: '2034-01-01T00:00:00.000Z' },
    };
    const { from, to } = useWindowAt(`${at}.000Z`, counted);
    return `${from.slice(0, 16)} ${to.slice(0, 16)}`;
  };

  test.each([
    ['HOUR', '2026-05-05T10:59:59', '2026-05-05T10:00 2026-05-05T11:00'],
    ['DAY', '2026-05-05T05:59:59', '2026-05-04T06:00 2026-05-05T06:00'],
    ['DAY', '2026-05-05T06:00:00', '2026-05-05T06:00 2026-05-06T06:00'],
    ['WEEK', '2024-02-07T06:00:00', '2024-02-07T06:00 2024-02-14T06:00'],
    ['MONTH', '2024-02-29T05:59:59', '2024-01-31T06:00 2024-02-29T06:00'],
    ['MONTH', '2024-02-29T06:00:00', '2024-02-29T06:00 2024-03-31T06:00'],
    ['MONTH', '2033-12-31T06:00:00', '2033-12-31T06:00 2034-01-31T06:00'],
    ['YEAR', '2030-01-31T06:00:00', '2030-01-31T06:00 2031-01-31T06:00'],
    ['DAY', '2024-01-31T06:00:00', '2024-01-31T06:00 2024-02-01T06:00'],
  ] as const)('per %s at %s: %s', (per, at, expected) => {
    expect(window(per, at)).toBe(expected);
  });

  it('ends where the period begins at the end of time', () => {
    expect(window('HOUR', '2026-01-01T00:00:00', '9999-12-31T23:30:00.000Z')).toBe('9999-12-31T23:30 9999-12-31T23:59');
    expect(window('MONTH', '9999-12-31T23:59:59', '9999-12-31T23:30:00.000Z')).toMatch(/9999-12-31T23:59$/);
  });

  it('is the whole period for a one-time consent', () => {
    const once = { ...terms, fetchType: 'ONETIME' as const, frequency: undefined };
    expect(useWindowAt('2026-08-01T00:00:00.000Z', once)).toEqual({
      from: terms.consentPeriod.start,
      to: terms.consentPeriod.expiry,
    });
  });
});

describe('which records leave', () => {
  test.each([
    [undefined, true],
    ['2026-01-01T00:00:00.000Z', true],
    ['2025-12-31T23:59:59.999Z', false],
    ['2026-06-30T23:59:59.999Z', true],
    ['2026-07-01T00:00:00.000Z', false],
    ['last week', false],
  ])('dated %s: %s', (dated, leaves) => {
    expect(isWithinRange(dated, terms.dataRange)).toBe(leaves);
  });

  test.each([
    ['>', 10, { amount: 11 }, true],
    ['>', 10, { amount: 10 }, false],
    ['>=', 10, { amount: 10 }, true],
    ['<', 10, { amount: 9 }, true],
    ['<=', 10, { amount: 11 }, false],
    ['=', 'EUR', { amount: 'EUR' }, true],
    ['!=', 'EUR', { amount: 'EUR' }, false],
    ['=', '10', { amount: 10 }, false],
    ['!=', 10, {}, false],
    ['<', 10, { amount: null }, false],
  ] as const)('amount %s %o keeps %o: %s', (operator, value, record, keeps) => {
    const filter = { type: 'bank.transaction', field: 'amount', operator, value };
    expect(passesFilters('bank.transaction', record, [filter])).toBe(keeps);
    expect(passesFilters('bank.account-summary', record, [filter])).toBe(true);
  });
});

describe('data life', () => {
  it('is counted from receipt', () => {
    expect(dataLifeEnds('2026-08-01T12:00:00.000Z', terms)).toBe('2026-08-31T12:00:00.000Z');
  });

  it('ends on revocation where the terms say so, and only then', () => {
    expect(endsDataLife('REVOKED', terms)).toBe(true);
    expect(endsDataLife('PAUSED', terms)).toBe(false);
    expect(endsDataLife('EXPIRED', terms)).toBe(false);
    expect(endsDataLife('REVOKED', { ...terms, eraseOnRevocation: false })).toBe(false);
  });
});
