import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { consentStates, standingAt } from '#domain';
import { Clock } from '#platform';
import { consentTerms, instant, participantId, uuid } from '#protocol';
import { HeldConsentStore } from '../consent-artefacts/held-consent-store.ts';
import { ConsentLimitsReading } from './consent-limits.ts';

const consentView = z.strictObject({
  id: uuid,
  consentManager: participantId,
  state: z.enum(consentStates).describe('As of now: expiry and resumption by date come by themselves.'),
  terms: consentTerms,
  receivedAt: instant,
  uses: z.strictObject({
    made: z.int(),
    most: z.int(),
    left: z.int(),
    from: instant.describe('Of the window they are counted in.'),
    to: instant,
  }),
  records: z.int().describe('Kept here.'),
  eraseBy: instant.nullable().describe('When the last of them must be gone.'),
});
export const consentsPage = z
  .strictObject({ consents: z.array(consentView), next: uuid.nullable() })
  .meta({ id: 'ConsentsWithLimits' });

/** Consents with what is left of them, newest first. */
@Injectable()
export class ConsentPages {
  constructor(
    private readonly consents: HeldConsentStore,
    private readonly limits: ConsentLimitsReading,
    private readonly clock: Clock,
  ) {}

  async read(limit: number, after?: string): Promise<z.output<typeof consentsPage>> {
    const found = await this.consents.list({ after, limit: limit + 1 });
    const page = found.slice(0, limit);
    const limitsOf = await this.limits.of(page);
    const consents = page.map((consent) => {
      const { id, manager: consentManager, claims, standing, receivedAt } = consent;
      const { terms } = claims;
      const state = standingAt(this.clock.now(), standing, terms.consentPeriod.expiry);
      return { id, consentManager, state, terms, receivedAt, ...limitsOf(consent) };
    });
    return { consents, next: found.length > limit ? (consents.at(-1)?.id ?? null) : null };
  }
}
