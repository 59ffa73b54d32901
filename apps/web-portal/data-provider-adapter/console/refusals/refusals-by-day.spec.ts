import { describe, expect, it } from 'vitest';
import { drawRefusals, OTHERS, totalsByCode } from './refusals-by-day.ts';

const days = ['2026-03-01', '2026-03-02', '2026-03-03'];
const refused = (day: string, code: string, refusals: number) => ({ day, code, refusals });

describe('refusals by day', () => {
  it('name every day, also one on which nothing was refused', () => {
    const { rows, total } = drawRefusals([refused('2026-03-01', 'consent-revoked', 2)], days);
    expect(rows.map(({ key }) => key)).toEqual(days);
    expect(rows.map(({ values }) => values)).toEqual([{ 'consent-revoked': 2 }, {}, {}]);
    expect(total).toBe(2);
  });

  it('put the codes refused least together', () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((code, index) => refused('2026-03-02', code, 10 - index));
    const { codes, rows, hasOthers } = drawRefusals(many, days);
    expect(codes).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(hasOthers).toBe(true);
    expect(rows[1]?.values[OTHERS]).toBe(5 + 4);
  });

  it('leave none out and count none twice', () => {
    const many = days.flatMap((day, n) => ['a', 'b', 'c', 'd', 'e', 'f'].map((code, m) => refused(day, code, n + m)));
    const { rows, total } = drawRefusals(many, days);
    const drawn = rows.flatMap(({ values }) => Object.values(values)).reduce((sum, one) => sum + one, 0);
    expect(drawn).toBe(total);
    expect(drawn).toBe(many.reduce((sum, one) => sum + one.refusals, 0));
  });
});

it('codes are listed by how often they were said', () => {
  const totals = totalsByCode([
    refused('2026-03-01', 'b', 1),
    refused('2026-03-01', 'a', 1),
    refused('2026-03-02', 'c', 3),
  ]);
  expect(totals.map(({ code, refusals }) => [code, refusals])).toEqual([
    ['c', 3],
    ['a', 1],
    ['b', 1],
  ]);
});
