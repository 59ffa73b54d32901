import { describe, expect, it } from 'vitest';
import { type Funnel, outcomesByDay, outcomesOf, timesByDay } from './funnel.ts';

const nothing = { asked: 0, approved: 0, narrowed: 0, rejected: 0, expired: 0, pending: 0, p50: null, p95: null };
const busy = { asked: 10, approved: 6, narrowed: 2, rejected: 1, expired: 1, pending: 2, p50: 90, p95: 600 };
const days = ['2026-03-01', '2026-03-02', '2026-03-03'];
const funnel: Funnel = {
  total: busy,
  days: [
    { day: '2026-03-03', ...nothing, asked: 1, pending: 1 },
    { day: '2026-03-01', ...busy },
  ],
};

describe('what became of requests', () => {
  it('counts each request once', () => {
    const counted = outcomesOf(busy);
    expect(counted).toEqual({ approved: 4, narrowed: 2, rejected: 1, expired: 1, pending: 2 });
    expect(Object.values(counted).reduce((sum, one) => sum + one, 0)).toBe(busy.asked);
  });

  it('has a row for each day, oldest first, also one on which nobody asked', () => {
    const rows = outcomesByDay(funnel, days);
    expect(rows.map(({ key }) => key)).toEqual(days);
    expect(rows[1]?.values).toEqual({});
    expect(rows[2]?.values).toMatchObject({ pending: 1, approved: 0 });
  });
});

it('how long deciding took is told in minutes, for days on which something was decided', () => {
  expect(timesByDay(funnel, days)).toEqual([{ key: '2026-03-01', values: { p50: 1.5, p95: 10 } }]);
});
