import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { addDuration, codeLife } from '#domain';
import { Clock, CommandInbox, Database } from '#platform';
import { type AccountLinkDiscoverAnswer, accountLinkDiscoverMessage } from '#protocol';
import { AccountSearch } from './account-search.ts';
import { LinkRequestStore } from './link-request-store.ts';

/** Takes a manager's question for accounts, and answers it alike whoever is known here. */
@Injectable()
export class AccountDiscovery {
  constructor(
    private readonly inbox: CommandInbox,
    private readonly database: Database,
    private readonly requests: LinkRequestStore,
    private readonly search: AccountSearch,
    private readonly clock: Clock,
  ) {}

  async discover(raw: string): Promise<AccountLinkDiscoverAnswer> {
    return this.inbox.handle(raw, accountLinkDiscoverMessage, async (tx, { claims }) => {
      const linkRequestId = uuidv7();
      const expiresAt = addDuration(this.clock.now(), codeLife);
      const { iss: manager, principal, identifiers } = claims;
      await this.requests.add(tx, { linkRequestId, manager, principal, identifiers, expiresAt });
      this.database.afterCommit(tx, () => this.search.wake(linkRequestId));
      return { linkRequestId, expiresAt };
    });
  }
}
