import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Catalogues, consentStates, standingAt } from '#domain';
import { Clock } from '#platform';
import { uuid } from '#protocol';
import { CATALOGUES } from '../catalogues/catalogues.ts';
import type { ForeseenEnd } from '../consents/consents-of-link.ts';
import { ParticipantNames } from '../participants/participant-names.ts';
import { accountLinkAnswer } from './account-link-answer.ts';

const foreseenEnd = z.strictObject({
  consent: uuid,
  state: z.enum(consentStates),
  dataUser: z.strictObject({ id: z.string(), name: z.string() }),
  purpose: z.strictObject({ code: z.string(), title: z.string(), text: z.string() }),
  /** ENDS: no linked account is left under it. REDUCED: this provider gives nothing more under it, others do. */
  becomes: z.enum(['ENDS', 'REDUCED']),
  /** Whether what was received under it must be erased then. */
  erasesData: z.boolean(),
});

/** Answer of `GET /me/account-links/{id}/ends`. */
export const linkEnds = z.strictObject({ link: accountLinkAnswer, consents: z.array(foreseenEnd) });

/** What would end with an account link, as she reads it before she ends it. */
@Injectable()
export class LinkEndWords {
  constructor(
    private readonly names: ParticipantNames,
    private readonly clock: Clock,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
  ) {}

  show({ consent, endsConsent }: ForeseenEnd): z.output<typeof foreseenEnd> {
    const { id, dataUser, standing, terms } = consent;
    const { code, text } = terms.purpose;
    return {
      consent: id,
      state: standingAt(this.clock.now(), standing, terms.consentPeriod.expiry),
      dataUser: this.names.show(dataUser),
      purpose: { code, title: this.catalogues.purposes.get(code)?.title ?? code, text },
      becomes: endsConsent ? 'ENDS' : 'REDUCED',
      erasesData: endsConsent && terms.eraseOnRevocation,
    };
  }
}
