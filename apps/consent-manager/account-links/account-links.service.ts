import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { RefusedError, refuse } from '#domain';
import { Clock, Database, type Transaction } from '#platform';
import type { AccountLinkConfirmAnswer } from '#protocol';
import { ManagerTrail } from '../audit-trail/manager-trail.ts';
import { Timeline } from '../timeline/timeline.ts';
import { type AccountLink, type AccountLinkRequest, AccountLinkStore } from './account-link-store.ts';
import { ProviderAccounts } from './provider-accounts.ts';

/** Links a person's accounts at data providers. */
@Injectable()
export class AccountLinksService {
  constructor(
    private readonly database: Database,
    private readonly links: AccountLinkStore,
    private readonly providers: ProviderAccounts,
    private readonly timeline: Timeline,
    private readonly clock: Clock,
    private readonly trail: ManagerTrail,
  ) {}

  /** @throws RefusedError also as the provider refuses: `code-wrong-or-expired` */
  async confirm(principalId: string, linkRequestId: string, code: string): Promise<AccountLink[]> {
    const request = await this.links.findRequest(linkRequestId, principalId);
    if (request === undefined) throw new RefusedError(refuse('code-wrong-or-expired'));
    const confirmed = await this.providers.confirm(request, code);
    await this.database.transaction(async (tx) => {
      for (const found of confirmed.links) await this.link(tx, request, found);
    });
    const ids = confirmed.links.map(({ linkId }) => linkId);
    return (await this.list(principalId)).filter(
      (link) => link.dataProvider === request.dataProvider && ids.includes(link.providerLinkId),
    );
  }

  /** Her active links. */
  async list(principalId: string): Promise<AccountLink[]> {
    return (await this.links.listOf(principalId)).filter(({ state }) => state === 'ACTIVE');
  }

  private async link(
    tx: Transaction,
    { principalId, dataProvider }: AccountLinkRequest,
    { linkId, label, dataTypes }: AccountLinkConfirmAnswer['links'][number],
  ): Promise<void> {
    const now = this.clock.now();
    const link = { id: uuidv7(), principalId, dataProvider, providerLinkId: linkId, label, dataTypes, linkedAt: now };
    if (!(await this.links.add(tx, { ...link, state: 'ACTIVE' }))) return;
    this.trail.write(tx, {
      act: 'account-link.confirmed',
      counterpart: dataProvider,
      principal: principalId,
      request: link.id,
    });
    const facts = { participant: dataProvider, accountLinkId: link.id, label };
    this.timeline.tell(tx, principalId, now, 'account.linked', facts);
  }
}
