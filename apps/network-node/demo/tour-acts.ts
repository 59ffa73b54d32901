import { setTimeout as sleep } from 'node:timers/promises';
import { type Instant, RefusedError, refuse } from '#domain';
import { ProblemAnswer } from '../clients/json-client.ts';
import { loanAsk } from './asks.ts';
import { orRefused, type Stage, waiting } from './stage.ts';
import { readTourStatus, type TourStatus } from './tour-status.ts';

/** What a tour watches, and what the lender's own systems do in it: no person sits there. */
export class TourActs {
  private signedIn: Promise<string> | undefined;

  constructor(private readonly stage: Stage) {}

  async status(since: Instant): Promise<TourStatus> {
    await this.principal();
    return readTourStatus(this.stage.person, this.stage.ids.lender, since);
  }

  /** The lender asks for a year of statements. */
  async ask(): Promise<void> {
    const { lender, ids } = this.stage;
    await lender.ask(loanAsk({ consentManager: ids.saathi, principal: await this.principal() }));
  }

  /**
   * The lender fetches under the newest consent since then, also where it knows that this consent has ended.
   *
   * @returns `ok`, or the code of the refusal
   */
  async fetch(since: Instant): Promise<string> {
    await this.principal();
    const { ids, lender, person } = this.stage;
    const { requests } = await person.requests('APPROVED', 20);
    const approved = requests.find(({ dataUser, askedAt }) => dataUser.id === ids.lender && askedAt >= since);
    if (approved === undefined) throw new RefusedError(refuse('not-found'));
    const consentId = await this.consentOf(approved.handle);
    try {
      orRefused(await lender.fetch({ consentId, ownCheck: false }, waiting));
      return 'ok';
    } catch (error) {
      if (error instanceof ProblemAnswer) return error.code;
      throw error;
    }
  }

  /** Each participant knows a consent by an id of its own; what she has just allowed is on its way to the lender. */
  private async consentOf(handle: string): Promise<string> {
    for (const deadline = Date.now() + 5000; Date.now() < deadline; await sleep(100)) {
      const { consents } = await this.stage.lender.consents(20);
      const consent = consents.find((one) => one.handle === handle);
      if (consent !== undefined) return consent.id;
    }
    throw new RefusedError(refuse('not-found'));
  }

  /** Signed in once, as the story does it. */
  private principal(): Promise<string> {
    const { person, contact, principalName, expectCode } = this.stage;
    this.signedIn ??= person.signIn(contact, expectCode('saathi'), principalName).then(({ principal }) => principal);
    this.signedIn.catch(() => {
      this.signedIn = undefined;
    });
    return this.signedIn;
  }
}
