import { randomInt } from 'node:crypto';
import { z } from 'zod';

/** Crockford's: without I, L, O and U, which are taken for others. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 16;
const readAs: Record<string, string> = { O: '0', I: '1', L: '1' };

/** 80 random bits, in four groups of four. */
export function newRecoveryCode(): string {
  const text = Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
  return text.replace(/.{4}(?=.)/g, '$&-');
}

/** As she writes it: small letters, spaces and the letters that look like digits are taken for what was meant. */
export const recoveryCode = z
  .string()
  .max(60)
  .transform((text) =>
    text
      .toUpperCase()
      .replace(/[\s-]/g, '')
      .replace(/[OIL]/g, (letter) => readAs[letter] ?? letter),
  )
  .pipe(z.string().regex(/^[0-9A-HJKMNP-TV-Z]{16}$/))
  .transform((text) => text.replace(/.{4}(?=.)/g, '$&-'));
