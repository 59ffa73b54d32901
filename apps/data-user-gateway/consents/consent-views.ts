import { z } from 'zod';
import { consentStates } from '#domain';
import { consentTerms, instant, participantId, uuid } from '#protocol';
import { sessionView } from '../data-sessions/session-view.ts';

export const consentView = z
  .strictObject({
    id: uuid,
    consentManager: participantId,
    handle: uuid,
    state: z.enum(consentStates),
    version: z.int(),
    resumeAt: instant.optional(),
    terms: consentTerms,
    /** All claims of the artefact. */
    claims: z.looseObject({}),
    /** The signed artefact as it came. */
    artefact: z.string(),
    receivedAt: instant,
  })
  .meta({ id: 'Consent' });

export const consentDetailView = z
  .strictObject({
    ...consentView.shape,
    usesSoFar: z.int(),
    records: z.int(),
    /** When the last of what is kept must be gone; absent where nothing is kept. */
    eraseBy: instant.optional(),
    sessions: z.array(sessionView),
  })
  .meta({ id: 'ConsentDetail' });

export const consentsView = z.strictObject({ consents: z.array(consentView) });
