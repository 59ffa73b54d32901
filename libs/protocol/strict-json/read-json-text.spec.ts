import { expect, test } from 'vitest';
import { readJsonText } from './read-json-text.ts';

test.each([
  ['{"asha": {"email": asha@mail.example}}', 'is not JSON: line 1, column 20'],
  ['{"asha": {}, "asha": {}}', 'is JSON that readers understand differently: a member is named twice'],
  ['{"asha": {}, "\\u0061sha": {}}', 'is JSON that readers understand differently: a member is named twice'],
  ['{"__proto__": {}}', 'is JSON that readers understand differently: a member named __proto__'],
  ['["\\ud800"]', 'is JSON that readers understand differently: a lone surrogate'],
])('of %j it is said that it %s', (text, mistake) => expect(readJsonText(text)).toEqual({ mistake }));

test('a file may be as long as it likes', () => {
  const value = Object.fromEntries(Array.from({ length: 120_000 }, (_, n) => [`account-${n}`, {}]));
  expect(readJsonText(JSON.stringify(value))).toEqual({ value });
});
