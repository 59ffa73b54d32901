import { Inject, Injectable } from '@nestjs/common';
import { v5 as uuidv5 } from 'uuid';
import type { z } from 'zod';
import { type ParticipantId, RefusedError, refuse } from '#domain';
import { Clock, type Contact, KeyRing, PeerClient, SETTINGS } from '#platform';
import {
  type AccountLinkConfirmAnswer,
  type AccountLinkDiscoverAnswer,
  accountLinkConfirmAnswer,
  accountLinkConfirmMessage,
  accountLinkDiscoverAnswer,
  accountLinkDiscoverMessage,
  createMessage,
} from '#protocol';
import { Pseudonyms } from '../pseudonyms/pseudonyms.ts';
import type { ConsentManagerSettings } from '../settings/consent-manager.settings.ts';
import type { AccountLink, AccountLinkRequest } from './account-link-store.ts';

/** What this manager says to data providers about accounts. All throw as PeerClient does. */
@Injectable()
export class ProviderAccounts {
  constructor(
    private readonly peers: PeerClient,
    private readonly keys: KeyRing,
    private readonly pseudonyms: Pseudonyms,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: ConsentManagerSettings,
  ) {}

  async discover(
    dataProvider: ParticipantId,
    principalId: string,
    identifiers: Contact[],
  ): Promise<AccountLinkDiscoverAnswer> {
    const principal = this.pseudonyms.of(principalId, dataProvider);
    const fields = { principal, identifiers };
    const body = await createMessage(accountLinkDiscoverMessage, fields, this.options(dataProvider));
    const answer = await this.peers.send(dataProvider, 'data-provider', '/account-links/discover', body);
    return understood(accountLinkDiscoverAnswer, answer, dataProvider);
  }

  /** One request id for each code: a lost answer is answered again, and after a wrong code the right one is heard. */
  async confirm(
    { id, dataProvider, principalId, providerRequestId }: AccountLinkRequest,
    code: string,
  ): Promise<AccountLinkConfirmAnswer> {
    const principal = this.pseudonyms.of(principalId, dataProvider);
    const fields = { linkRequestId: providerRequestId, principal, code };
    const options = { ...this.options(dataProvider), requestId: uuidv5(code, id) };
    const body = await createMessage(accountLinkConfirmMessage, fields, options);
    const path = `/account-links/${providerRequestId}/confirm`;
    const answer = await this.peers.send(dataProvider, 'data-provider', path, body);
    return understood(accountLinkConfirmAnswer, answer, dataProvider);
  }

  async tellEnded({ dataProvider, providerLinkId }: AccountLink): Promise<void> {
    await this.peers.call(dataProvider, 'data-provider', 'DELETE', `/account-links/${providerLinkId}`);
  }

  private options(audience: ParticipantId) {
    const { PARTICIPANT_ID: issuer } = this.settings;
    return { signer: this.keys.signer('message'), issuer, audience, now: this.clock.now() };
  }
}

function understood<S extends z.ZodType>(schema: S, answer: unknown, from: ParticipantId): z.output<S> {
  const parsed = schema.safeParse(answer);
  if (!parsed.success) throw new RefusedError(refuse('peer-refused', `${from} answered in an unknown form`));
  return parsed.data;
}
