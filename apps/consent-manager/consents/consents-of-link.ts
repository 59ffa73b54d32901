import { Injectable } from '@nestjs/common';
import type { Instant, ParticipantId } from '#domain';
import type { Transaction } from '#platform';
import type { SignedConsent } from './consent.ts';
import { ConsentMover } from './consent-mover.ts';
import { ConsentStore } from './consent-store.ts';

export interface EndedLink {
  readonly principalId: string;
  readonly dataProvider: ParticipantId;
  readonly providerLinkId: string;
}

/** Revokes the artefacts that use an account link which ended. */
@Injectable()
export class ConsentsOfLink {
  constructor(
    private readonly store: ConsentStore,
    private readonly mover: ConsentMover,
  ) {}

  async end(tx: Transaction, link: EndedLink, now: Instant): Promise<void> {
    const { principalId, dataProvider, providerLinkId } = link;
    const consents = await this.store.lockWithLink(tx, principalId, dataProvider, providerLinkId);
    for (const given of consents) await this.endIn(tx, given, link, now);
  }

  /** A consent that no provider is left to answer for has ended too. */
  private async endIn(tx: Transaction, given: SignedConsent, link: EndedLink, now: Instant): Promise<void> {
    const providers = given.artefacts.filter(
      ({ recipient, revokedVersion }) => recipient === 'data-provider' && revokedVersion === null,
    );
    const using = providers.find(
      ({ counterpart, accounts }) => counterpart === link.dataProvider && accounts.includes(link.providerLinkId),
    );
    if (using === undefined) return;
    if (providers.length > 1) await this.mover.endArtefact(tx, given, using, now);
    else await this.mover.move(tx, given, { act: 'revoke', now, entry: 'consent.ended-with-link' });
  }
}
