import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock, Database, JobQueues, type Transaction } from '#platform';
import { RequestLetters } from './request-letters.ts';
import { RequestMessageStore } from './request-message-store.ts';
import { RequestMessages } from './request-messages.ts';

const job = 'consent-manager.write-about-request';
const everyMs = 5000;
const batch = 200;

/** Tells people that somebody asks for their consent. A job only wakes it: who is to be written to stands in the database. */
@Injectable()
export class WriteAboutRequests implements OnModuleInit {
  private readonly logger = new Logger(WriteAboutRequests.name);

  constructor(
    private readonly queues: JobQueues,
    private readonly store: RequestMessageStore,
    private readonly messages: RequestMessages,
    private readonly letters: RequestLetters,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.queues.define<{ handle: string }>(job, ({ handle }) => this.about(handle), { concurrency: 4 });
    this.queues.every(`${job}-again`, everyMs, () => this.sweep());
  }

  /** Once `tx` is committed. Alike for a request of nobody, and without making the one who asks wait. */
  soon(tx: Transaction, handle: string): void {
    this.database.afterCommit(tx, () => void this.queues.add(job, { handle }));
  }

  async sweep(): Promise<void> {
    for (const principalId of await this.store.findPeople(this.clock.now(), batch)) await this.write(principalId);
  }

  private async about(handle: string): Promise<void> {
    const principalId = await this.store.findPerson(handle);
    if (principalId !== undefined) await this.write(principalId);
  }

  private async write(principalId: string): Promise<void> {
    const requests = await this.messages.take(principalId);
    if (requests.length === 0) return;
    try {
      await this.letters.send(principalId, requests);
    } catch (error) {
      // They are due again in a while.
      this.logger.warn(
        `a person could not be told of request ${requests[0]?.handle}: ${error instanceof Error ? error.message : ''}`,
      );
      return;
    }
    await this.messages.markWritten(requests);
  }
}
