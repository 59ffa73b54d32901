import { Injectable } from '@nestjs/common';
import type { Instant, ParticipantId } from '#domain';
import type { Transaction } from '#platform';
import type { Consent } from './consent.ts';
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
    for (const consent of consents) await this.endIn(tx, consent, link, now);
  }

  /** A consent that no provider is left to answer for has ended too. */
  private async endIn(tx: Transaction, consent: Consent, link: EndedLink, now: Instant): Promise<void> {
    const standing = await this.store.standingArtefacts(tx, consent.id);
    const providers = standing.filter(({ recipient }) => recipient === 'data-provider');
    const using = providers.find(
      ({ counterpart, accounts }) => counterpart === link.dataProvider && accounts.includes(link.providerLinkId),
    );
    if (using === undefined) return;
    if (providers.length > 1) await this.mover.endArtefact(tx, consent, using, now);
    else await this.mover.move(tx, consent, { act: 'revoke', now, entry: 'consent.ended-with-link' });
  }
}
