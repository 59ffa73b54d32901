import { z } from 'zod';
import { instant, participantId } from '#protocol';
import { sql } from '../database/statement.ts';

/** How long the newest thousand took to arrive, one step of an index for each receiver and event. */
export const measureArrival = sql(
  'measure-arrival-of-events',
  `SELECT receiver.id AS receiver, count(arrived.took)::int AS events,
     percentile_cont(0.5) WITHIN GROUP (ORDER BY arrived.took) AS p50,
     percentile_cont(0.95) WITHIN GROUP (ORDER BY arrived.took) AS p95
   FROM unnest($1::text[]) AS receiver(id)
   LEFT JOIN LATERAL (
     SELECT extract(epoch FROM acknowledged_at - greatest(created_at, replayed_at))::float8 AS took
     FROM outbox_events WHERE receiver = receiver.id AND acknowledged_at IS NOT NULL
     ORDER BY acknowledged_at DESC LIMIT 1000) AS arrived ON true
   GROUP BY receiver.id`,
);

export interface Arrival {
  readonly receiver: string;
  readonly events: number;
  readonly p50: number | null;
  readonly p95: number | null;
}

const counterpartHealth = z.strictObject({
  receiver: participantId,
  name: z.string(),
  waiting: z.int(),
  dead: z.int(),
  oldest: instant.nullable().describe('When the oldest that waits was told.'),
  lastSuccessAt: instant.nullable(),
  lastFailureAt: instant.nullable(),
  lastFailure: z.string().nullable(),
  words: z.string().describe('The last failure as a person reads it; empty for none.'),
  arrived: z.strictObject({
    events: z.int().describe('The newest that arrived, a thousand at most.'),
    p50: z.number().nullable().describe('Seconds from telling to acknowledgement.'),
    p95: z.number().nullable(),
  }),
});
export const deliveryHealthView = z
  .strictObject({ counterparts: z.array(counterpartHealth) })
  .meta({ id: 'DeliveryHealth' });
export type DeliveryHealth = z.output<typeof deliveryHealthView>;
