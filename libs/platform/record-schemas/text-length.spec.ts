import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { textLengthKeywords } from './text-length.ts';

const own = new Ajv2020();
const ours = new Ajv2020();
for (const definition of textLengthKeywords) ours.removeKeyword(definition.keyword).addKeyword(definition);

describe('the length of a text', () => {
  const texts = [
    '',
    'a',
    'ab',
    'abc',
    'abcdef',
    'abcdefg',
    '🙂',
    '🙂🙂',
    '🙂🙂🙂',
    'a🙂b',
    '🙂🙂🙂🙂',
    '\ud83d',
    'a\ud83dbc',
  ];
  it.each(texts)('is counted as Ajv counts it: %j', (text) => {
    for (const [minLength, maxLength] of [
      [0, 0],
      [1, 1],
      [1, 3],
      [2, 2],
      [3, 6],
    ]) {
      const schema = { type: 'string', minLength, maxLength };
      expect(ours.validate(schema, text)).toBe(own.validate(schema, text));
    }
  });

  it('is told by the name of its rule where it is wrong', () => {
    ours.validate({ type: 'string', maxLength: 1 }, 'ab');
    expect(ours.errors?.[0]).toMatchObject({ instancePath: '', keyword: 'maxLength' });
  });
});
