import { describe, expect, it } from 'vitest';
import { choose } from './choose.ts';

const one = { id: '01a1fdf7-6dcc-76dd-89db-34c541269dbf', name: 'Fairlend' };
const other = { id: '01a1fdf7-6dea-73cd-9fd5-924a9453505a', name: 'Riverside Clinic' };
const pick = (given?: string, items = [one, other]) => choose(given, items, (item) => item, 'consent');

describe('what is meant', () => {
  it.each([one.id, '01a1fdf7-6dcc', '41269dbf', 'fairlend', 'lend'])('is found by %s', (given) => {
    expect(pick(given)).toBe(one);
  });

  it('is the only one, where nothing is given', () => expect(pick(undefined, [other])).toBe(other));

  it('is asked back where several could be', () => {
    expect(() => pick('01a1fdf7')).toThrow('more than one consent could be meant; say which: 41269dbf (Fairlend)');
    expect(() => pick()).toThrow('9453505a (Riverside Clinic)');
  });

  it('is said to be missing', () => expect(() => pick('bank')).toThrow('there is no consent like "bank"'));
});
