import { describe, expect, it } from 'vitest';
import { readInvitation } from './invitation-code.ts';

const code = 'Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmE';

describe('an invitation', () => {
  it.each([code, ` ${code}\n`, `#${code}`, `https://bank.example/console/join#${code}`])('is read from %j', (text) => {
    expect(readInvitation(text)).toBe(code);
  });

  it.each(['', '#', 'https://bank.example/console/join', code.slice(1), `${code}A`, `${code.slice(1)}+`])(
    'is not found in %j',
    (text) => expect(readInvitation(text)).toBeUndefined(),
  );
});
