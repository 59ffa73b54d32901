import { Injectable } from '@nestjs/common';
import { type Instant, standingAt } from '#domain';
import type { Transaction } from '#platform';
import type { AccountLink } from '../account-links/account-link.ts';
import { AccountLinkStore } from '../account-links/account-link-store.ts';
import { ConsentArtefactStore } from '../consent-artefacts/consent-artefact-store.ts';
import type { KeptConsent } from '../consent-artefacts/kept-consent.ts';
import type { DataSession } from './data-session.ts';
import { FillHalted } from './fill-halted.ts';

/** Whether a fill may go on; where it may never again, why, in words for people. */
export type Footing = 'FIRM' | 'PAUSED' | { readonly gone: string };

/** What a fill rests on: the consent, and the links of its accounts. */
@Injectable()
export class FillGround {
  constructor(
    private readonly artefacts: ConsentArtefactStore,
    private readonly links: AccountLinkStore,
  ) {}

  /** @throws FillHalted where the artefact is gone */
  async consentOf({ ground }: DataSession): Promise<KeptConsent> {
    const consent = await this.artefacts.find(ground);
    if (consent === undefined) throw new FillHalted();
    return consent;
  }

  /** Links that have not ended, by their ids. */
  async linksOf({ progress }: DataSession, { artefact }: KeptConsent): Promise<ReadonlyMap<string, AccountLink>> {
    const linkIds = progress.accounts.map(({ linkId }) => linkId);
    const links = await this.links.findActive(artefact.manager, artefact.principal, linkIds);
    return new Map(links.map((link) => [link.linkId, link]));
  }

  /** The consent stays as it is until `tx` ends. */
  async lock(tx: Transaction, session: DataSession, now: Instant): Promise<Footing> {
    const consent = await this.artefacts.lock(tx, session.ground);
    const state = consent && standingAt(now, consent.standing, consent.artefact.terms.consentPeriod.expiry);
    if (state === 'PAUSED') return 'PAUSED';
    if (consent === undefined || state !== 'ACTIVE') return { gone: 'The consent has ended.' };
    // As for whoever fetches: with one account unlinked, the whole artefact serves no more.
    const { size } = await this.linksOf(session, consent);
    return size === session.progress.accounts.length ? 'FIRM' : { gone: 'An account is not linked any more.' };
  }
}
