import { expect, test } from 'vitest';
import { findJsonMistake } from './find-json-mistake.ts';

test.each([
  ['{"asha": {"email": asha@mail.example}}', 'line 1, column 20'],
  ['{\n  "asha": {"email": "a@mail.example"}\n  "bela": {}\n}', 'line 3, column 3'],
  ['{"a": [1, 2, {"b": null}, ]}', 'line 1, column 27'],
  ['{"a": "no end', 'line 1, column 7'],
  ['{"a": 1} more', 'line 1, column 10'],
  ['{"a": 01}', 'line 1, column 8'],
  ['', 'line 1, column 1'],
  ['\ufeff{}', 'line 1, column 1'],
  ['{\u00a0"a": 1}', 'line 1, column 2'],
  ['{"a": [{}, {"b": [1]}], "c": tru}', 'line 1, column 30'],
])('%j stops being JSON at %s', (text, place) => {
  expect(() => JSON.parse(text)).toThrow();
  expect(findJsonMistake(text)).toBe(place);
});

test('a text that opens more than it could ever close is judged to its end', () => {
  expect(findJsonMistake('['.repeat(100_000))).toBe('line 1, column 100001');
  expect(findJsonMistake('{"a":'.repeat(100_000))).toBe('line 1, column 500001');
});
