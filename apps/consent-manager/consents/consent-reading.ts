import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { findRenewals, type PastConsent } from '#domain';
import { Clock } from '#platform';
import type { consentAsRead } from './consent-answers.ts';
import { ConsentViews } from './consent-views.ts';
import { DecidingChoiceStore } from './deciding-choice-store.ts';
import { PastConsentStore } from './past-consent-store.ts';

/** One consent as the person reads it: with the rule that gave it, what it renews and what renewed it. */
@Injectable()
export class ConsentReading {
  constructor(
    private readonly views: ConsentViews,
    private readonly choices: DecidingChoiceStore,
    private readonly past: PastConsentStore,
    private readonly clock: Clock,
  ) {}

  /** @throws RefusedError `consent-unknown` alike for another person's and for none */
  async read(principalId: string, id: string): Promise<z.output<typeof consentAsRead>> {
    const detail = await this.views.detail(principalId, id);
    const [choice, past] = await Promise.all([
      this.choices.find(detail.handle, principalId),
      this.past.around(principalId, detail.dataUser.id, this.clock.now(), id),
    ]);
    const { renews, renewedBy } = findRenewals(id, past);
    return { ...detail, decidedBy: choice ?? null, renews: show(renews), renewedBy: show(renewedBy) };
  }
}

function show(consent: PastConsent | undefined): z.output<typeof consentAsRead>['renews'] {
  return consent === undefined ? null : { id: consent.id, approvedAt: consent.approvedAt };
}
