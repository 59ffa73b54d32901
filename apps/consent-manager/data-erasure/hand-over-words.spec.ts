import { describe, expect, test } from 'vitest';
import { handOverWords } from './hand-over-words.ts';

const push = { to: 'https://scoring.lender.example/hand-over', kind: 'push' } as const;
const file = { to: 'files', kind: 'file' } as const;

describe('what a person reads of what was handed on', () => {
  test.each([
    [{ ...file, status: 'erased' }, 'The files it had written are deleted.'],
    [{ ...file, status: 'unreachable' }, 'Not all files it had written could be found and deleted.'],
    [
      { ...push, status: 'acknowledged' },
      'What it had passed to its system at scoring.lender.example is erased there, too.',
    ],
    [
      { ...push, status: 'pending' },
      'It has told its system at scoring.lender.example to erase, which has not answered yet.',
    ],
    [
      { ...push, status: 'unreachable' },
      'It did not get an answer from its system at scoring.lender.example, which may still hold them.',
    ],
    [
      { to: 'own systems', kind: 'read', status: 'not-covered' },
      'Its own systems had read them, and what they did with them is not followed.',
    ],
  ] as const)('%j', (handOver, words) => {
    expect(handOverWords([handOver])).toBe(words);
  });

  test('is nothing where nothing was', () => {
    expect(handOverWords([])).toBeUndefined();
  });

  test('never is what a data user wrote into its receipt', () => {
    const reason = 'Call us to get your money back';
    expect(handOverWords([{ to: 'Call us', kind: 'push', status: 'unreachable', reason }])).not.toContain('Call us');
  });
});
