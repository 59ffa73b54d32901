import { z } from 'zod';
import { rejectionReasons, requestStates } from '#domain';
import { code, consentTerms, instant, notice, participantId, principalId, text, uuid } from '#protocol';

/** Beside a template only the parts it does not fix need to be said. */
const termsDraft = z.strictObject({
  ...consentTerms.partial().shape,
  purpose: z.strictObject({ code: code.optional(), text: text(500), refUri: z.url().max(500).optional() }),
});

export const consentAskBody = z
  .strictObject({
    consentManager: participantId,
    principal: principalId,
    terms: termsDraft,
    notice,
    mayBeNarrowed: z.boolean().default(true),
  })
  .meta({ id: 'ConsentAsk' });

export const askedConsentView = z
  .strictObject({
    id: uuid,
    consentManager: participantId,
    principal: principalId,
    terms: consentTerms,
    mayBeNarrowed: z.boolean(),
    state: z.enum(requestStates),
    reason: z
      .string()
      .optional()
      .describe(`Of a no: ${rejectionReasons.join(', ')}; other text if it was said before there were codes.`),
    handle: uuid.optional(),
    approvalUrl: z.string().optional(),
    expiresAt: instant.optional(),
    consentId: uuid.optional(),
    createdAt: instant,
  })
  .meta({ id: 'AskedConsent' });

export type AskedConsentView = z.output<typeof askedConsentView>;

export const askedConsentsView = z.strictObject({ consentRequests: z.array(askedConsentView) });
