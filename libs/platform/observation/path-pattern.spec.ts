import { expect, test } from 'vitest';
import { pathPattern } from './path-pattern.ts';

test.each([
  ['/events', '/events'],
  ['/events/poll', '/events/poll'],
  ['/data-sessions/0199f5fe-4086-73df-a934-460fa4184141/parts/3', '/data-sessions/:id/parts/:id'],
  ['/account-links/find?after=asha', '/account-links/find'],
  ['/participants/https%3A%2F%2Fbank.example', '/participants/:id'],
  ['/consent-requests/dGhpcyBpcyBhIGhhbmRsZSBvZiAzMiBieXRlcw', '/consent-requests/:id'],
  ['', ''],
])('%s is watched as %s', (path, pattern) => {
  expect(pathPattern(path)).toBe(pattern);
});
