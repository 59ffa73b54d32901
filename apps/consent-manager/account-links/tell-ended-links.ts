import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock, JobQueues, PeerRefusal } from '#platform';
import { type AccountLink, AccountLinkStore } from './account-link-store.ts';
import { ProviderAccounts } from './provider-accounts.ts';

const job = 'consent-manager.tell-ended-links';
const everyMs = 15_000;
const batch = 100;

/** Tells providers that a link has ended, until they have heard it. What the link gave was revoked before. */
@Injectable()
export class TellEndedLinks implements OnModuleInit {
  private readonly logger = new Logger(TellEndedLinks.name);

  constructor(
    private readonly queues: JobQueues,
    private readonly links: AccountLinkStore,
    private readonly providers: ProviderAccounts,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.queues.define(job, () => this.sweep());
    this.queues.every(`${job}-again`, everyMs, () => this.sweep());
  }

  /** Without making the person wait for the provider. */
  async soon(): Promise<void> {
    await this.queues.add(job, {});
  }

  async sweep(): Promise<void> {
    for (const link of await this.links.findUntold(batch)) await this.tell(link);
  }

  private async tell(link: AccountLink): Promise<void> {
    try {
      await this.providers.tellEnded(link);
    } catch (error) {
      // Unknown there is ended there.
      if (!(error instanceof PeerRefusal && error.status === 404)) {
        this.logger.warn(
          `the end of link ${link.id} could not be told: ${error instanceof Error ? error.message : ''}`,
        );
        return;
      }
    }
    await this.links.markTold(link.id, this.clock.now());
  }
}
