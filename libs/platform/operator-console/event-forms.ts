import { z } from 'zod';
import { instant, participantId, uuid } from '#protocol';
import { deliveryOutcomes } from '../events/delivery-failure.ts';

const number = z
  .string()
  .regex(/^[1-9]\d{0,2}$/)
  .transform(Number)
  .pipe(z.number().max(200));
/** The parts of a page's query: how many, and `next` of the page before. */
export const pageLimit = number.prefault('50');

export const eventsQuery = z.strictObject({
  state: z.enum(['waiting', 'dead']).optional().describe('dead: no longer pushed. Where absent, both.'),
  receiver: participantId.optional(),
  type: z.string().max(100).optional(),
  after: uuid.optional(),
  limit: pageLimit,
});
export const deliveriesQuery = z.strictObject({
  receiver: participantId.optional(),
  after: z.string().max(100).optional(),
  limit: pageLimit,
});

const words = z.string().describe('The reason as a person reads it; empty for none.');

export const eventsView = z
  .strictObject({
    events: z.array(
      z.strictObject({
        id: uuid,
        receiver: participantId,
        type: z.string(),
        createdAt: instant,
        attempts: z.int(),
        nextAttemptAt: instant,
        underWay: z.boolean(),
        lastFailure: z.string().nullable(),
        acknowledgedAt: instant.nullable(),
        deadAt: instant.nullable(),
        replayedAt: instant.nullable(),
        words,
      }),
    ),
    next: uuid.nullable(),
  })
  .meta({ id: 'UndeliveredEvents' });

export const deliveriesView = z
  .strictObject({
    deliveries: z.array(
      z.strictObject({
        at: instant,
        eventId: uuid,
        entry: z.int(),
        receiver: participantId,
        type: z.string().nullable(),
        outcome: z.enum(deliveryOutcomes),
        reason: z.string(),
        milliseconds: z.int().nullable(),
        words,
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'Deliveries' });

export const replayBody = z
  .union([
    z.strictObject({ ids: z.array(uuid).min(1).max(1000) }),
    z.strictObject({
      all: z.literal(true),
      receiver: participantId.optional(),
      dead: z.boolean().optional().describe('Only those that are no longer pushed.'),
    }),
  ])
  .meta({ id: 'EventReplay' });
export const replayView = z.strictObject({ replayed: z.int() }).meta({ id: 'EventsReplayed' });
