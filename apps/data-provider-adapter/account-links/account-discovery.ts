import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { ParticipantId } from '#domain';
import { Clock, JobQueues, KeyRing, Messenger } from '#platform';
import { RecordSource, type SourceAccount, type VerifiedIdentifier } from '../record-sources/record-source.ts';
import type { FoundAccount, LinkOffer } from './account-link.ts';
import { LinkMessageText } from './link-message-text.ts';
import { LinkRequestStore } from './link-request-store.ts';
import { createOneTimeCode, digestOfCode } from './one-time-code.ts';

const FIND = 'data-provider-adapter.find-accounts';
const SWEEP_MS = 2000;

interface Letter {
  readonly to: VerifiedIdentifier;
  readonly code: string;
  readonly accounts: readonly FoundAccount[];
}

/** Looks for accounts once the manager has its answer, so that neither answer nor its timing tells who is known here. */
@Injectable()
export class AccountDiscovery implements OnModuleInit {
  private readonly logger = new Logger(AccountDiscovery.name);

  constructor(
    private readonly requests: LinkRequestStore,
    private readonly source: RecordSource,
    private readonly messenger: Messenger,
    private readonly messageText: LinkMessageText,
    private readonly work: DiscoveryWork,
  ) {}

  onModuleInit(): void {
    const { queues, clock } = this.work;
    queues.define<{ linkRequestId: string }>(FIND, ({ linkRequestId }) => this.find(linkRequestId), { concurrency: 4 });
    queues.every('data-provider-adapter.find-waiting-accounts', SWEEP_MS, async () => {
      const now = clock.now();
      for (const id of await this.requests.listWaiting(now, 100)) await this.wake(id);
      await this.requests.removeLapsed(now);
    });
  }

  async wake(linkRequestId: string): Promise<void> {
    await this.work.queues.add(FIND, { linkRequestId }, { id: `find-accounts-${linkRequestId}` });
  }

  /** May be done again where it broke off: then a new code takes the place of the one that was never sent. */
  private async find(linkRequestId: string): Promise<void> {
    const request = await this.requests.findWaiting(linkRequestId);
    if (request === undefined || request.expiresAt <= this.work.clock.now()) return;
    const letters = lettersFor(await this.source.findAccounts(request.identifiers));
    await this.requests.offer(linkRequestId, this.offersOf(linkRequestId, letters));
    for (const letter of letters) await this.sendCode(request.manager, letter);
    await this.requests.markSent(linkRequestId);
  }

  private offersOf(linkRequestId: string, letters: readonly Letter[]): LinkOffer[] {
    const secret = this.work.keys.secret('one-time-code');
    return letters.map(({ code, accounts }) => ({ codeDigest: digestOfCode(secret, linkRequestId, code), accounts }));
  }

  private async sendCode(manager: ParticipantId, { to, code }: Letter): Promise<void> {
    const { subject, text } = await this.messageText.write(manager, code);
    try {
      await this.messenger.send({ to, subject, text });
    } catch (error) {
      // She asks again; the queue must not write to her without end.
      this.logger.error(error, 'a one-time code could not be sent');
    }
  }
}

/** What is at work around the search; one class, so that the search names its own needs only. */
@Injectable()
export class DiscoveryWork {
  constructor(
    readonly queues: JobQueues,
    readonly clock: Clock,
    readonly keys: KeyRing,
  ) {}
}

/** One letter to each contact on record: a code proves that one contact, so it opens that contact's accounts alone. */
function lettersFor(accounts: readonly SourceAccount[]): Letter[] {
  const byContact = Map.groupBy(accounts, ({ contact }) => `${contact.kind}:${contact.value}`);
  const codes = new Set<string>();
  while (codes.size < byContact.size) codes.add(createOneTimeCode());
  const [...distinct] = codes;
  return [...byContact.values()].flatMap((held, index) => {
    const [first] = held;
    const code = distinct[index];
    if (first === undefined || code === undefined) return [];
    const found = held.map(({ accountKey, label, dataTypes }) => ({ accountKey, label, dataTypes }));
    return [{ to: first.contact, code, accounts: found }];
  });
}
