import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { DecidingChoiceStore } from '../consents/deciding-choice-store.ts';
import type { consentRequestDetail } from './consent-request-answers.ts';
import { ConsentRequestViews } from './consent-request-views.ts';
import { RenewalWords } from './renewal-words.ts';

/** One request as the person reads it: also beside what she gave before, and with the rule that decided it. */
@Injectable()
export class ConsentRequestReading {
  constructor(
    private readonly views: ConsentRequestViews,
    private readonly choices: DecidingChoiceStore,
    private readonly renewals: RenewalWords,
  ) {}

  /** @throws RefusedError `not-found` alike for another person's and for none */
  async read(principalId: string, handle: string): Promise<z.output<typeof consentRequestDetail>> {
    const detail = await this.views.detail(principalId, handle);
    const [decidedBy, renews] = await Promise.all([
      this.choices.find(handle, principalId),
      this.renewals.compare(principalId, detail),
    ]);
    return { ...detail, decidedBy: decidedBy ?? null, renews };
  }
}
