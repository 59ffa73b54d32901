import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Database, JobQueues, type Transaction } from '#platform';
import { PushToBrowsers } from '../push-subscriptions/push-to-browsers.ts';
import { RequestLetters } from './request-letters.ts';
import { type RequestLetter, RequestMessages } from './request-messages.ts';

const job = 'consent-manager.write-about-requests';
const everyMs = 5000;
/** Requests that come within this time are one job; what was decided meanwhile needs no message. */
const gatherMs = 500;
const mostRounds = 50;

/** Tells people that somebody asks for their consent. A job only wakes it: who is to be written to stands in the database. */
@Injectable()
export class WriteAboutRequests implements OnModuleInit {
  private readonly logger = new Logger(WriteAboutRequests.name);
  private isGathering = false;

  constructor(
    private readonly queues: JobQueues,
    private readonly messages: RequestMessages,
    private readonly letters: RequestLetters,
    private readonly pushes: PushToBrowsers,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.queues.define(job, () => this.sweep());
    this.queues.every(`${job}-again`, everyMs, () => this.sweep());
  }

  /** Once `tx` is committed. Alike for a request of nobody, and without making the one who asks wait. */
  soon(tx: Transaction): void {
    this.database.afterCommit(tx, () => this.gather());
  }

  async sweep(): Promise<void> {
    for (let round = 0; round < mostRounds; round++) {
      const letters = await this.messages.take();
      if (letters === undefined) break;
      await Promise.all(letters.map((letter) => this.write(letter)));
    }
    await this.pushes.sweep();
  }

  private gather(): void {
    if (this.isGathering) return;
    this.isGathering = true;
    setTimeout(() => {
      this.isGathering = false;
      void this.queues.add(job, {});
    }, gatherMs).unref();
  }

  private async write({ principalId, requests }: RequestLetter): Promise<void> {
    try {
      // First, and only once for a request: a mail server that is away must not have her told again and again.
      await this.pushes.makeDue(principalId, requests);
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
