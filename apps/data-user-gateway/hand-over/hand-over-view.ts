import { z } from 'zod';
import { handOverKinds, handOverStates } from '#domain';
import { instant, uuid } from '#protocol';
import { withoutNulls } from '../api/api-forms.ts';
import type { HandOver } from './hand-over.ts';

export const handOverView = z
  .strictObject({
    id: uuid,
    sessionId: uuid,
    consentId: uuid,
    /** read: own systems have read records through this API. */
    kind: z.enum(handOverKinds),
    /** The folder or the address; absent for reading. */
    target: z.string().optional(),
    /** FAILED and UNREACHABLE were given up until `retry`. */
    state: z.enum(handOverStates),
    /** In a row, since something last went through. */
    tries: z.int(),
    /** What went wrong last, or what erasing could not reach. */
    problem: z.string().optional(),
    createdAt: instant,
    deliveredAt: instant.optional(),
    erasedAt: instant.optional(),
  })
  .meta({ id: 'HandOver' });

export const handOversView = z.strictObject({ handOvers: z.array(handOverView) });

export type HandOverView = z.output<typeof handOverView>;

export function describeHandOver(handOver: HandOver): HandOverView {
  const { id, sessionId, consentId, kind, target, state, tries, problem, createdAt, deliveredAt, erasedAt } = handOver;
  return withoutNulls({
    ...{ id, sessionId, consentId, kind, target: target === '' ? null : target, state, tries, problem },
    ...{ createdAt, deliveredAt, erasedAt },
  }) as HandOverView;
}
