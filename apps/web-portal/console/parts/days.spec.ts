import { expect, it } from 'vitest';
import { lastDays } from './days.ts';

it('the last days end with today in UTC, over the end of a month', () => {
  expect(lastDays(3, Date.parse('2026-03-01T23:59:59.999Z'))).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
});
