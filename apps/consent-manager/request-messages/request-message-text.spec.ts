import { describe, expect, it } from 'vitest';
import { requestMessageText } from './request-message-text.ts';

const write = (...names: string[]) =>
  requestMessageText({
    names,
    expiresAt: '2026-11-22T12:00:00.000Z',
    manager: 'Saathi',
    page: 'https://saathi.example/decide',
  });
const firstLine = (...names: string[]) => write(...names).text.split('\n')[0];

describe('what she reads when someone asks for her consent', () => {
  it('names who asks and where to decide, and nothing of what is asked', () => {
    expect(write('Fairlend')).toEqual({
      subject: 'Saathi: a request waits for your answer',
      text: [
        'Fairlend asks for your consent.',
        '',
        'To read what is asked, and to say yes, less or no, sign in at Saathi: https://saathi.example/decide',
        'The request lapses on 22 Nov 2026 12:00 UTC.',
        '',
        'Nothing is shared unless you say yes there. If you do nothing, nothing happens.',
      ].join('\n'),
    });
  });

  it.each([
    [['A', 'A', 'A'], 'A asks for your consent: 3 requests wait for you.'],
    [['A', 'B'], 'A and B ask for your consent: 2 requests wait for you.'],
    [['A', 'B', 'C', 'A'], 'A, B and C ask for your consent: 4 requests wait for you.'],
    [['A', 'B', 'C', 'D'], 'A, B, C and one other ask for your consent: 4 requests wait for you.'],
    [['A', 'B', 'C', 'D', 'E'], 'A, B, C and 2 others ask for your consent: 5 requests wait for you.'],
    [['Loans\r\nBcc: eve'], 'Loans Bcc: eve asks for your consent.'],
    [['Code 123456'], 'Code … asks for your consent.'],
    [['x'.repeat(500)], `${'x'.repeat(100)} asks for your consent.`],
  ])('of %j begins: %s', (names, line) => expect(firstLine(...names)).toBe(line));
});
