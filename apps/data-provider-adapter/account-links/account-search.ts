import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, JobQueues, SETTINGS } from '#platform';
import { RecordSource } from '../record-sources/record-source.ts';
import type { DataProviderAdapterSettings } from '../settings/data-provider-adapter.settings.ts';
import { LinkCodes } from './link-codes.ts';
import { LinkRequestStore } from './link-request-store.ts';

const findAccounts = 'data-provider-adapter.find-accounts';
const sweepMs = 2000;

/** Looks for accounts once the manager has its answer, so that neither answer nor its timing tells who is known here. */
@Injectable()
export class AccountSearch implements OnModuleInit {
  constructor(
    private readonly requests: LinkRequestStore,
    private readonly source: RecordSource,
    private readonly codes: LinkCodes,
    private readonly queues: JobQueues,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<DataProviderAdapterSettings, 'ACCOUNT_TIMEOUT_SECONDS'>,
  ) {}

  onModuleInit(): void {
    this.queues.define<{ linkRequestId: string }>(findAccounts, (job) => this.find(job.linkRequestId), {
      concurrency: 4,
    });
    this.queues.every('data-provider-adapter.find-waiting-accounts', sweepMs, () => this.sweep());
  }

  async wake(linkRequestId: string): Promise<void> {
    await this.queues.add(findAccounts, { linkRequestId }, { id: `find-accounts-${linkRequestId}` });
  }

  /** May be done again where it broke off: then a new code takes the place of the one that was never sent. */
  private async find(linkRequestId: string): Promise<void> {
    const request = await this.requests.findWaiting(linkRequestId);
    if (request === undefined || request.expiresAt <= this.clock.now()) return;
    const patience = AbortSignal.timeout(this.settings.ACCOUNT_TIMEOUT_SECONDS * 1000);
    const accounts = await this.source.findAccounts(request.identifiers, patience);
    const letters = this.codes.write(linkRequestId, accounts);
    const offers = letters.map(({ offer }) => offer);
    await this.requests.offer(linkRequestId, offers);
    for (const letter of letters) await this.codes.send(request.manager, letter);
    await this.requests.markSent(linkRequestId);
  }

  private async sweep(): Promise<void> {
    const now = this.clock.now();
    for (const id of await this.requests.listWaiting(now, 100)) await this.wake(id);
    await this.requests.removeLapsed(now);
  }
}
