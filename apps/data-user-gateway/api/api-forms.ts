import { z } from 'zod';
import { RefusedError, refuse } from '#domain';
import { uuid } from '#protocol';
import { idempotencyKeyForm } from '../retries/idempotency-key.ts';

export const wholeNumber = (most: number) =>
  z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(z.number().max(most));

/** How long the answer may be held back until there is news. */
export const waitQuery = z.strictObject({ waitSeconds: wholeNumber(30).optional() });
export type WaitQuery = z.output<typeof waitQuery>;

export const idOfPage = { after: uuid.optional(), limit: wholeNumber(200).optional() };
export const idPage = z.strictObject(idOfPage);
export type IdPage = z.output<typeof idPage>;

/** @throws RefusedError `schema-mismatch` */
export function readIdempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined || idempotencyKeyForm.test(header)) return header;
  throw new RefusedError(refuse('schema-mismatch', 'Idempotency-Key'));
}

/** In JSON for our own systems what is absent is left out. */
export function withoutNulls<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], null> } {
  const entries = Object.entries(value).filter(([, member]) => member !== null && member !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], null> };
}
