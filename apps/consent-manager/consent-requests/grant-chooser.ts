import { Inject, Injectable } from '@nestjs/common';
import type { Catalogues, Refusal } from '#domain';
import { Clock, type Transaction } from '#platform';
import { type AccountLink, AccountLinkStore } from '../account-links/account-link-store.ts';
import { CATALOGUES } from '../catalogues/catalogues.ts';
import { chooseGrant, type Decision, type Grant, type LinkedAccount } from '../consents/choose-grant.ts';
import type { ConsentRequest } from './consent-request.ts';

/** Finds what a decision would give, and which accounts could answer. */
@Injectable()
export class GrantChooser {
  constructor(
    private readonly links: AccountLinkStore,
    private readonly clock: Clock,
    @Inject(CATALOGUES) private readonly catalogues: Catalogues,
  ) {}

  /** Her linked accounts, which stay active until `tx` ends. */
  hold(tx: Transaction, principalId: string): Promise<LinkedAccount[]> {
    return this.links.holdActive(tx, principalId);
  }

  /** @param linked held in the transaction that makes a consent of it */
  choose(request: ConsentRequest, linked: readonly LinkedAccount[], decision: Decision): Grant | Refusal {
    return chooseGrant(request, decision, linked, this.catalogues, this.clock.now());
  }

  /** The linked accounts that hold anything asked for. */
  async candidates(request: ConsentRequest, principalId: string): Promise<AccountLink[]> {
    const asked = request.terms.dataTypes.map(({ type }) => type);
    const links = await this.linksOf(principalId);
    return links.filter((link) => link.dataTypes.some((type) => asked.includes(type)));
  }

  /** Her linked accounts, as she knows them. */
  async linksOf(principalId: string): Promise<AccountLink[]> {
    return (await this.links.listOf(principalId)).filter(({ state }) => state === 'ACTIVE');
  }
}
