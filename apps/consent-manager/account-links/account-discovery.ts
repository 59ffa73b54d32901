import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { type Instant, type ParticipantId, RefusedError, refuse } from '#domain';
import { PrincipalStore } from '../principals/principal-store.ts';
import { AccountLinkStore } from './account-link-store.ts';
import { ProviderAccounts } from './provider-accounts.ts';

const maxIdentifiers = 10;

export interface StartedDiscovery {
  readonly linkRequestId: string;
  readonly expiresAt: Instant;
}

/** Has a data provider look for a person by her verified contacts alone. */
@Injectable()
export class AccountDiscovery {
  constructor(
    private readonly links: AccountLinkStore,
    private readonly principals: PrincipalStore,
    private readonly providers: ProviderAccounts,
  ) {}

  /** The provider sends her a code, or nothing where it does not know her: no one here learns which. */
  async discover(principalId: string, dataProvider: ParticipantId): Promise<StartedDiscovery> {
    const contacts = await this.principals.contactsOf(principalId);
    const identifiers = contacts
      .filter(({ verifiedAt }) => verifiedAt !== null)
      .slice(0, maxIdentifiers)
      .map(({ kind, value }) => ({ kind, value }));
    if (identifiers.length === 0) throw new RefusedError(refuse('contact-not-verified'));
    const found = await this.providers.discover(dataProvider, principalId, identifiers);
    const { expiresAt } = found;
    const request = { id: uuidv7(), principalId, dataProvider, providerRequestId: found.linkRequestId, expiresAt };
    await this.links.addRequest(request);
    return { linkRequestId: request.id, expiresAt };
  }
}
