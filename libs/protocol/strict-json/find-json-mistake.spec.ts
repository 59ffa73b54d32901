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
])('%j stops being JSON at %s', (text, place) => {
  expect(() => JSON.parse(text)).toThrow();
  expect(findJsonMistake(text)).toBe(place);
});
