import { expect, test } from 'vitest';
import { toInstant } from '#domain';
import { uuid } from '../claims/forms.ts';
import { createId, firstIdAt } from './create-id.ts';

test('ids begin with their moment, fit their form and never come twice', () => {
  const now = toInstant(Date.UTC(2026, 2, 1, 9));
  const ids = Array.from({ length: 5000 }, () => createId(now));
  expect(new Set(ids).size).toBe(ids.length);
  const beginning = Date.UTC(2026, 2, 1, 9).toString(16).padStart(12, '0');
  for (const id of ids) {
    expect(uuid.safeParse(id).success).toBe(true);
    expect(id.replace('-', '').slice(0, 12)).toBe(beginning);
  }
  expect(ids.every((id) => id >= firstIdAt(now))).toBe(true);
  expect(ids.some((id) => id >= firstIdAt(toInstant(Date.UTC(2026, 2, 1, 9) + 1)))).toBe(false);
  expect(createId(toInstant(Date.UTC(2026, 2, 1, 10))) > (ids.toSorted().at(-1) ?? '')).toBe(true);
});
