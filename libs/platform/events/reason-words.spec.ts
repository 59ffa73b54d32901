import { expect, test } from 'vitest';
import { reasonWords } from './reason-words.ts';

test.each([
  ['connection-refused', 'nobody listens at its address'],
  ['503', 'it answered 503'],
  [
    '400 invalid_key key-not-listed',
    'it answered 400: it does not know the key, or refuses it; The key is not listed for the sender, or not for this use, or not now',
  ],
  ['429 too-many-requests', 'it answered 429: Too many calls'],
  ['', ''],
])('the reason "%s" is read as "%s"', (reason, words) => {
  expect(reasonWords(reason)).toBe(words);
});
