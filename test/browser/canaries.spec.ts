import { expect, it } from 'vitest';
import { Canaries } from './canaries.ts';

const canaries = new Canaries(['1234.56', 'Corner Shop Lisboa', '2026-03-14T09:21:44.000Z']);

it.each([
  ['an amount', '{"amount":1234.56}', ['1234.56']],
  ['text, within more text', '"paid at Corner Shop Lisboa, thanks"', ['Corner Shop Lisboa']],
  ['a moment', '["2026-03-14T09:21:44.000Z"]', ['2026-03-14T09:21:44.000Z']],
  ['several', '1234.56 2026-03-14T09:21:44.000Z', ['1234.56', '2026-03-14T09:21:44.000Z']],
  ['a part of another number', '91234.56 1234.567', []],
  ['the beginning of other text', 'Corner Shop Lisboas', []],
  ['nothing of it', '{"amount":1234.5}', []],
])('sees %s', (_what, text, seen) => {
  expect([...canaries.findIn(text)]).toEqual(seen);
});
