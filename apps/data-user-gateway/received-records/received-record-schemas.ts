import { z } from 'zod';
import { code, instant, uuid } from '#protocol';
import { wholeNumber } from '../api/api-forms.ts';

export const recordsQuery = z.strictObject({
  dataType: z.string().max(100).optional(),
  account: uuid.optional(),
  after: z.string().max(100).optional(),
  limit: wholeNumber(1000).optional(),
});
export type RecordsQueryForm = z.output<typeof recordsQuery>;

export const recordsView = z
  .strictObject({
    records: z.array(
      z.strictObject({
        account: uuid,
        dataType: code,
        record: z.record(z.string(), z.unknown()),
        sessionId: uuid,
        receivedAt: instant,
      }),
    ),
    /** `after` of the next page; null on the last. */
    next: z.string().nullable(),
  })
  .meta({ id: 'RecordsPage' });
