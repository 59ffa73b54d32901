import { setTimeout as sleep } from 'node:timers/promises';
import { DataUserClient } from '../../apps/network-node/clients/data-user-client.ts';
import { ProblemAnswer } from '../../apps/network-node/clients/json-client.ts';
import { PersonClient } from '../../apps/network-node/clients/person-client.ts';
import { apiKeyFileOf, urlOf } from '../../apps/network-node/network/member.ts';
import { customerOf } from './fault-members.ts';
import type { FaultNetwork } from './fault-network.ts';
import type { Journal } from './journal.ts';
import type { StoryKind } from './story-kind.ts';

const patienceMs = 45_000;
const firstPauseMs = 50;
const longestPauseMs = 1000;

/** One person and one data user, who do not give up when they get no answer. */
export class Story {
  readonly person: PersonClient;
  readonly lender: DataUserClient;
  readonly contact: { readonly kind: 'email'; readonly value: string };
  /** Calls that the fault left without an answer. */
  unanswered = 0;

  constructor(
    readonly at: FaultNetwork,
    readonly journal: Journal,
    readonly seed: number,
    readonly kind: StoryKind = 'limited',
  ) {
    const { network } = at;
    this.contact = { kind: 'email', value: customerOf(seed).email };
    this.person = new PersonClient(urlOf(network, 'saathi'));
    this.lender = new DataUserClient(urlOf(network, 'lender'), apiKeyFileOf(network, 'lender'));
  }

  /** Without an answer, the same again a little later, and later each time; a "no" is an answer. */
  insist<T>(call: () => Promise<T>): Promise<T> {
    return this.persist(async () => {
      await this.at.gate;
      return call();
    });
  }

  /** As `insist`, also while the story itself is held. */
  async persist<T>(call: () => Promise<T>): Promise<T> {
    const deadline = Date.now() + patienceMs;
    for (let pause = firstPauseMs; ; pause = Math.min(pause * 2, longestPauseMs)) {
      // It may be right again by the time the answer comes.
      const wasWrong = this.at.clocks.isWrong;
      const begun = performance.now();
      try {
        return await call();
      } catch (error) {
        const isOfStores = isFault(error) && this.at.storeTroubles.during(begun, performance.now());
        if (!(isNoAnswer(error) || isOfStores || this.isOfWrongClock(error, wasWrong)) || Date.now() > deadline)
          throw error;
        this.unanswered += 1;
        this.journal.note(`no answer: ${error}`);
        await sleep(pause);
      }
    }
  }

  /** Asks until the answer is the wanted one. @throws where it does not come within the patience */
  async until<T>(
    call: () => Promise<T>,
    isWanted: (answer: T) => boolean,
    what: string,
    forMs = patienceMs,
  ): Promise<T> {
    const deadline = Date.now() + forMs;
    for (;;) {
      const answer = await this.insist(call);
      if (isWanted(answer)) return answer;
      if (Date.now() > deadline) throw new Error(`${what}: still ${stateIn(answer)}`);
      await sleep(20);
    }
  }

  /** While a clock is wrong, whoever asks is told that a code, a session or a message is over, or not valid yet. */
  private isOfWrongClock(error: unknown, wasWrong: boolean): boolean {
    if (!(error instanceof ProblemAnswer) || !(wasWrong || this.at.clocks.isWrong)) return false;
    this.journal.note(`a clock is wrong: ${error.code}`);
    return true;
  }

  async close(): Promise<void> {
    await Promise.all([this.person.close(), this.lender.close()]);
  }
}

/** No more than that: what is told of a violation holds no terms and no names. */
const stateIn = (answer: unknown) => (answer as { state?: string } | undefined)?.state ?? typeof answer;

/** A broken connection, a role that cannot reach another or the database, a message that did not come. */
export function isNoAnswer(error: unknown): boolean {
  if (error instanceof ProblemAnswer) return error.status === 503;
  if (error instanceof NoMessage) return true;
  const { code, message } = error as { code?: unknown; message?: string };
  if (message?.startsWith('Connection terminated') === true) return true;
  return typeof code === 'string' && /^(E[A-Z]+$|UND_ERR|unreachable|57P|08)/.test(code);
}

/** A role's own, unless PostgreSQL or Redis is in trouble. */
const isFault = (error: unknown) => error instanceof ProblemAnswer && error.status === 500;

/** What was to be written to her did not come. */
export class NoMessage extends Error {
  override readonly name = 'NoMessage';
}
