import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { addSeconds } from '#domain';
import { Clock, Database, JobQueues, type Transaction } from '#platform';
import { WriteAboutRequests } from '../request-messages/write-about-requests.ts';
import { EmergencyLetters } from '../standing-choices/emergency-letters.ts';
import { ChoiceDecider } from './choice-decider.ts';
import { type WaitingForChoice, WaitingForChoiceStore } from './waiting-for-choice-store.ts';

const job = 'consent-manager.apply-standing-choices';
const everyMs = 5000;
/** Requests that come within this time share one look: whoever has no choice is not among what it finds. */
const gatherMs = 100;
const batch = 100;
const againSeconds = 60;

/** Lets people's standing choices decide, right after a request has come, and again when quiet hours end. */
@Injectable()
export class ApplyStandingChoices implements OnModuleInit {
  private readonly logger = new Logger(ApplyStandingChoices.name);
  private isGathering = false;

  constructor(
    private readonly queues: JobQueues,
    private readonly database: Database,
    private readonly waiting: WaitingForChoiceStore,
    private readonly decider: ChoiceDecider,
    private readonly messages: WriteAboutRequests,
    private readonly letters: EmergencyLetters,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.queues.define(job, () => this.sweep());
    this.queues.every(`${job}-again`, everyMs, () => this.sweep());
  }

  /** Once `tx` is committed: first the choices, then the messages about what is left to her. */
  soon(tx: Transaction): void {
    this.messages.soon(tx);
    this.database.afterCommit(tx, () => this.gather());
  }

  async sweep(): Promise<void> {
    for (let count = batch; count === batch; ) count = await this.applyToSome();
    await this.letters.sweep();
  }

  private gather(): void {
    if (this.isGathering) return;
    this.isGathering = true;
    setTimeout(() => {
      this.isGathering = false;
      // What a process does itself costs the queue nothing; where it does no jobs, another is woken.
      if (this.queues.hasRoom(job)) this.queues.doHere(job, () => this.sweep());
      else void this.queues.add(job, {});
    }, gatherMs).unref();
  }

  private async applyToSome(): Promise<number> {
    const due = await this.waiting.due(this.clock.now(), batch);
    for (const request of due) await this.apply(request);
    return due.length;
  }

  private async apply({ handle, principalId }: WaitingForChoice): Promise<void> {
    try {
      await this.database.transaction(async (tx) => {
        const now = this.clock.now();
        if (!(await this.waiting.take(tx, handle, now))) return;
        const until = await this.decider.decide(tx, handle, principalId, now);
        if (until === undefined) this.messages.soon(tx);
        else this.waiting.wait(tx, handle, until);
      });
    } catch (error) {
      this.logger.error({ handle, err: error }, 'standing choices could not be applied');
      const now = this.clock.now();
      await this.waiting.tryAgain(handle, now, addSeconds(now, againSeconds));
    }
  }
}
