import { Injectable } from '@nestjs/common';
import type { Instant } from '#domain';
import type { Transaction } from '#platform';
import type { Consent, SignedConsent } from './consent.ts';
import { ConsentMover } from './consent-mover.ts';
import { ConsentStore } from './consent-store.ts';
import { type EndedLink, endWithLink } from './end-with-link.ts';

export interface ForeseenEnd {
  readonly consent: Consent;
  /** Otherwise it goes on with what other providers give. */
  readonly endsConsent: boolean;
}

/** Revokes the artefacts that use an account link which ended. */
@Injectable()
export class ConsentsOfLink {
  constructor(
    private readonly store: ConsentStore,
    private readonly mover: ConsentMover,
  ) {}

  /** What would end with the link; nothing is changed. */
  async foresee({ principalId, dataProvider, providerLinkId }: EndedLink): Promise<ForeseenEnd[]> {
    const using = await this.store.listWithLink(principalId, dataProvider, providerLinkId);
    return using.flatMap((given) => {
      const end = endWithLink(given, { principalId, dataProvider, providerLinkId });
      return end === undefined ? [] : [{ consent: given.consent, endsConsent: end.endsConsent }];
    });
  }

  async end(tx: Transaction, link: EndedLink, now: Instant): Promise<void> {
    const { principalId, dataProvider, providerLinkId } = link;
    const consents = await this.store.lockWithLink(tx, principalId, dataProvider, providerLinkId);
    for (const given of consents) await this.endIn(tx, given, link, now);
  }

  /** A consent that no provider is left to answer for has ended too. */
  private async endIn(tx: Transaction, given: SignedConsent, link: EndedLink, now: Instant): Promise<void> {
    const end = endWithLink(given, link);
    if (end === undefined) return;
    if (end.endsConsent) await this.mover.move(tx, given, { act: 'revoke', now, entry: 'consent.ended-with-link' });
    else await this.mover.endArtefact(tx, given, end.artefact, now);
  }
}
