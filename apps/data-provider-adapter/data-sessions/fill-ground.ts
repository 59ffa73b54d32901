import { Injectable } from '@nestjs/common';
import { type Instant, orRefuse, standingAt } from '#domain';
import type { Transaction } from '#platform';
import { importRecipientKey } from '#protocol';
import { AccountLinkStore } from '../account-links/account-link-store.ts';
import { ConsentArtefactStore } from '../consent-artefacts/consent-artefact-store.ts';
import type { KeptConsent } from '../consent-artefacts/kept-consent.ts';
import type { DataSession } from './data-session.ts';
import type { Fill } from './fill.ts';
import { FillHalted } from './fill-halted.ts';
import { SpoolStore } from './spool-store.ts';

/** Whether a fill may go on; where it may never again, why, in words for people. */
export type Footing = 'FIRM' | 'PAUSED' | { readonly gone: string };

/** What a fill rests on: the consent, and the links of its accounts. */
@Injectable()
export class FillGround {
  constructor(
    private readonly artefacts: ConsentArtefactStore,
    private readonly links: AccountLinkStore,
    private readonly spool: SpoolStore,
  ) {}

  /** For a session that another opened. @throws FillHalted where the artefact is gone */
  async read(session: DataSession, filler: string): Promise<Fill> {
    const consent = await this.artefacts.find(session.ground);
    if (consent === undefined) throw new FillHalted();
    const [links, recipient, sealed] = await Promise.all([
      this.linksOf(session, consent),
      importRecipientKey(session.recipientKey),
      this.spool.listSealed(session.id),
    ]);
    return {
      session,
      filler,
      consent,
      links,
      recipient: orRefuse(recipient),
      digests: sealed.map(({ digest }) => digest),
    };
  }

  stateOf({ standing, artefact }: KeptConsent, now: Instant) {
    return standingAt(now, standing, artefact.terms.consentPeriod.expiry);
  }

  /** Reads the consent anew; it stays as it is until `tx` ends. */
  async lock(tx: Transaction, fill: Fill, now: Instant): Promise<Footing> {
    const { session } = fill;
    const consent = await this.artefacts.lock(tx, session.ground);
    const state = consent && this.stateOf(consent, now);
    if (state === 'PAUSED') return 'PAUSED';
    if (consent === undefined || state !== 'ACTIVE') return { gone: 'The consent has ended.' };
    fill.consent = consent;
    // As for whoever fetches: with one account unlinked, the whole artefact serves no more.
    const { length } = await this.linksOf(session, consent);
    return length === session.progress.accounts.length ? 'FIRM' : { gone: 'An account is not linked any more.' };
  }

  private linksOf({ progress }: DataSession, { artefact }: KeptConsent) {
    const linkIds = progress.accounts.map(({ linkId }) => linkId);
    return this.links.findActive(artefact.manager, artefact.principal, linkIds);
  }
}
