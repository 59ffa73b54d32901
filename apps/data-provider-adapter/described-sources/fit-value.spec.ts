import { expect, test } from 'vitest';
import { fitValue } from './fit-value.ts';

test.each(['constructor', '__proto__', 'hasownproperty', 'yes', ''])('%j is no truth, and stays what it is', (text) => {
  expect(fitValue(text, { is: 'boolean' })).toBe(text);
});

test.each([
  ['T', true],
  ['0', false],
])('%j is %s', (text, truth) => {
  expect(fitValue(text, { is: 'boolean' })).toBe(truth);
});
