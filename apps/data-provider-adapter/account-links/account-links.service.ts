import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import {
  addDuration,
  codeLife,
  codeTries,
  orRefuse,
  type ParticipantId,
  type Refusal,
  RefusedError,
  refuse,
} from '#domain';
import { Clock, CommandInbox, Database, KeyRing, Outbox, type Transaction, type VerifiedCommand } from '#platform';
import {
  type AccountLinkConfirmAnswer,
  type AccountLinkConfirmFields,
  type AccountLinkDiscoverAnswer,
  accountLinkConfirmMessage,
  accountLinkDiscoverMessage,
} from '#protocol';
import { AccountDiscovery } from './account-discovery.ts';
import type { FoundAccount, LinkRequest } from './account-link.ts';
import { AccountLinkStore } from './account-link-store.ts';
import { LinkRequestStore } from './link-request-store.ts';
import { digestOfCode, isSameDigest } from './one-time-code.ts';

/** What this service shares with every other that takes commands. */
@Injectable()
export class LinkingWork {
  constructor(
    readonly inbox: CommandInbox,
    readonly database: Database,
    readonly outbox: Outbox,
    readonly clock: Clock,
    readonly keys: KeyRing,
  ) {}
}

/** Ties people to their accounts, and unties them. */
@Injectable()
export class AccountLinksService {
  constructor(
    private readonly requests: LinkRequestStore,
    private readonly links: AccountLinkStore,
    private readonly discovery: AccountDiscovery,
    private readonly work: LinkingWork,
  ) {}

  /** Answers before anything is looked up. */
  async discover(raw: string): Promise<AccountLinkDiscoverAnswer> {
    const { inbox, database, clock } = this.work;
    return inbox.handle(raw, accountLinkDiscoverMessage, async (tx, { claims }) => {
      const linkRequestId = uuidv7();
      const expiresAt = addDuration(clock.now(), codeLife);
      const { iss: manager, principal, identifiers } = claims;
      await this.requests.add(tx, { linkRequestId, manager, principal, identifiers, expiresAt });
      database.afterCommit(tx, () => this.discovery.wake(linkRequestId));
      return { linkRequestId, expiresAt };
    });
  }

  async confirm(raw: string, linkRequestId: string): Promise<AccountLinkConfirmAnswer> {
    // A refusal is an outcome here: thrown inside, it would undo the count of tries.
    const outcome = await this.work.inbox.handle(raw, accountLinkConfirmMessage, (tx, command) =>
      this.tryCode(tx, command, linkRequestId),
    );
    return orRefuse(outcome);
  }

  /** @throws RefusedError `link-unknown`, alike for a link that is not there and one of another manager */
  async unlink(linkId: string, manager: ParticipantId): Promise<void> {
    await this.work.database.transaction(async (tx) => {
      const found = await this.links.end(tx, linkId, this.work.clock.now());
      if (found?.link.manager !== manager) throw new RefusedError(refuse('link-unknown'));
    });
  }

  /** The institution ends a link, e.g. because the account was closed; its manager is told. */
  async endLink(linkId: string): Promise<void> {
    const { database, outbox, clock } = this.work;
    await database.transaction(async (tx) => {
      const found = await this.links.end(tx, linkId, clock.now());
      if (found === undefined) throw new RefusedError(refuse('link-unknown'));
      if (!found.ended) return;
      const event = { type: 'account-link.ended', subject: linkId, version: 1, state: { linkId } } as const;
      await outbox.write(tx, { to: found.link.manager, role: 'consent-manager', ...event });
    });
  }

  private async tryCode(
    tx: Transaction,
    { claims }: VerifiedCommand<AccountLinkConfirmFields>,
    linkRequestId: string,
  ): Promise<AccountLinkConfirmAnswer | Refusal> {
    const wrong = refuse('code-wrong-or-expired');
    if (claims.linkRequestId !== linkRequestId) return wrong;
    const request = await this.requests.lock(tx, linkRequestId);
    const { iss: manager, principal, code } = claims;
    if (request?.manager !== manager || request.principal !== principal) return wrong;
    if (request.expiresAt <= this.work.clock.now() || request.tries >= codeTries) return wrong;
    const accounts = this.openedBy(code, request);
    if (accounts === undefined) {
      await this.requests.countTry(tx, linkRequestId);
      return wrong;
    }
    await this.requests.remove(tx, linkRequestId);
    return { links: await this.linkAll(tx, manager, principal, accounts) };
  }

  private openedBy(code: string, { linkRequestId, offers }: LinkRequest): readonly FoundAccount[] | undefined {
    const digest = digestOfCode(this.work.keys.secret('one-time-code'), linkRequestId, code);
    return offers.find(({ codeDigest }) => isSameDigest(codeDigest, digest))?.accounts;
  }

  private async linkAll(tx: Transaction, manager: string, principal: string, accounts: readonly FoundAccount[]) {
    const links: AccountLinkConfirmAnswer['links'] = [];
    // In one order everywhere, so that two that link the same accounts wait for each other instead of deadlocking.
    const ordered = accounts.toSorted((a, b) => (a.accountKey < b.accountKey ? -1 : 1));
    for (const account of ordered) {
      const made = await this.links.link(
        tx,
        { linkId: uuidv7(), manager, principal, ...account },
        this.work.clock.now(),
      );
      links.push({ linkId: made.linkId, label: made.label, dataTypes: [...made.dataTypes] });
    }
    return links;
  }
}
