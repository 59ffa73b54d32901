import { z } from 'zod';
import { refusalCodes, retryAfter, retryHelps } from '#domain';
import type { RefusedBy } from './refused-by.ts';

export const refusalView = z
  .strictObject({
    by: z.enum(['data-user', 'consent-manager', 'data-provider']),
    code: z.string(),
    title: z.string(),
    detail: z.string(),
    next: z.string(),
    /** Whether asking again can help. */
    retry: z.enum(retryHelps),
  })
  .meta({ id: 'Refusal' });

export function describeRefusal({ by, code, detail }: RefusedBy) {
  const [, title, next] = refusalCodes[code];
  return { by, code, title, detail, next, retry: retryAfter(code) };
}
