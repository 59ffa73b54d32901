import { expect, test } from 'vitest';
import { Recent } from './recent.ts';

test('forgets what was kept the longest time ago, and nothing else', () => {
  const recent = new Recent<string, number>(2);
  recent.keep('a', 1);
  recent.keep('b', 2);
  recent.keep('a', 3);
  recent.keep('c', 4);
  expect(['a', 'b', 'c'].map((key) => recent.get(key))).toEqual([3, undefined, 4]);
  recent.forget('a');
  expect(recent.get('a')).toBeUndefined();
});
