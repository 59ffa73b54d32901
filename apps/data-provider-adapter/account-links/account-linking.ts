import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { codeTries, isRefusal, type Refusal, RefusedError, refuse } from '#domain';
import { AuditTrail, Clock, CommandInbox, type Transaction, type VerifiedCommand } from '#platform';
import { type AccountLinkConfirmAnswer, type AccountLinkConfirmFields, accountLinkConfirmMessage } from '#protocol';
import type { FoundAccount } from './account-link.ts';
import { AccountLinkStore } from './account-link-store.ts';
import { LinkCodes } from './link-codes.ts';
import { LinkRequestStore } from './link-request-store.ts';

const confirmed = 'account-link.confirmed' as const;

type Claims = VerifiedCommand<AccountLinkConfirmFields>['claims'];

/** Ties a person to the accounts her code opens. */
@Injectable()
export class AccountLinking {
  constructor(
    private readonly inbox: CommandInbox,
    private readonly requests: LinkRequestStore,
    private readonly links: AccountLinkStore,
    private readonly codes: LinkCodes,
    private readonly clock: Clock,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws RefusedError `code-wrong-or-expired`, alike for whatever is wrong */
  async confirm(raw: string, linkRequestId: string): Promise<AccountLinkConfirmAnswer> {
    // A refusal is an outcome here: thrown inside, it would undo the count of tries. It is kept as JSON, for whoever
    // asks again as the answer was lost: so by its code, and made anew.
    const outcome = await this.inbox.handle(raw, accountLinkConfirmMessage, async (tx, { claims }) => {
      const tried = await this.tryCode(tx, claims, linkRequestId);
      return isRefusal(tried) ? { refused: tried.code } : tried;
    });
    if ('refused' in outcome) throw new RefusedError(refuse(outcome.refused));
    return outcome;
  }

  private async tryCode(
    tx: Transaction,
    { iss: manager, principal, code, ...claims }: Claims,
    linkRequestId: string,
  ): Promise<AccountLinkConfirmAnswer | Refusal> {
    const wrong = refuse('code-wrong-or-expired');
    if (claims.linkRequestId !== linkRequestId) return wrong;
    const request = await this.requests.lock(tx, linkRequestId);
    if (request?.manager !== manager || request.principal !== principal) return wrong;
    if (request.expiresAt <= this.clock.now() || request.tries >= codeTries) return wrong;
    const accounts = this.codes.openedBy(code, request);
    if (accounts === undefined) {
      await this.requests.countTry(tx, linkRequestId);
      return wrong;
    }
    await this.requests.remove(tx, linkRequestId);
    const links = await this.linkAll(tx, manager, principal, accounts);
    const about = { counterpart: manager, principal };
    this.trail.write(tx, ...links.map(({ linkId: request }) => ({ act: confirmed, ...about, request })));
    return { links };
  }

  private async linkAll(tx: Transaction, manager: string, principal: string, accounts: readonly FoundAccount[]) {
    const links: AccountLinkConfirmAnswer['links'] = [];
    // In one order everywhere, so that two that link the same accounts wait for each other instead of deadlocking.
    for (const account of accounts.toSorted((a, b) => (a.accountKey < b.accountKey ? -1 : 1))) {
      const link = { linkId: uuidv7(), manager, principal, ...account };
      const { linkId, label, dataTypes } = await this.links.link(tx, link, this.clock.now());
      links.push({ linkId, label, dataTypes: [...dataTypes] });
    }
    return links;
  }
}
