import { expect, test } from 'vitest';
import { inUnits } from './duration.tsx';

test.each([
  [0, '0 second'],
  [1.4, '1 second'],
  [119, '119 second'],
  [120, '2 minute'],
  [7199, '120 minute'],
  [7200, '2 hour'],
  [172_799, '48 hour'],
  [864_000, '10 day'],
])('%d seconds are told as %s', (seconds, told) => {
  const { count, unit } = inUnits(seconds);
  expect(`${count} ${unit}`).toBe(told);
});
