import { Injectable } from '@nestjs/common';
import { RefusedError, refuse } from '#domain';
import { Clock, type EventHandler, type ReceivedEvent, type Transaction } from '#platform';
import { AccountLinkEnding } from './account-link-ending.ts';
import { AccountLinkStore } from './account-link-store.ts';

/** A provider ended a link: the account was closed, or the person said so there. */
@Injectable()
export class AccountLinkEndedHandler implements EventHandler<'account-link.ended'> {
  readonly type = 'account-link.ended';

  constructor(
    private readonly links: AccountLinkStore,
    private readonly ending: AccountLinkEnding,
    private readonly clock: Clock,
  ) {}

  async handle(tx: Transaction, { issuer, state }: ReceivedEvent<'account-link.ended'>): Promise<void> {
    const link = await this.links.lockAtProvider(tx, issuer, state.linkId);
    if (link === undefined) throw new RefusedError(refuse('event-not-yours', `link ${state.linkId}`));
    await this.ending.end(tx, link, 'account.unlinked-by-provider');
    await this.links.markTold(link.id, this.clock.now(), tx);
  }
}
