import { setTimeout as sleep } from 'node:timers/promises';
import { DataUserClient } from '../../apps/network-node/clients/data-user-client.ts';
import { ProblemAnswer } from '../../apps/network-node/clients/json-client.ts';
import { PersonClient } from '../../apps/network-node/clients/person-client.ts';
import { apiKeyFileOf, urlOf } from '../../apps/network-node/network/member.ts';
import { customerOf, type FaultNetwork } from './fault-network.ts';
import type { Journal } from './journal.ts';

const patienceMs = 45_000;

/** One person and one data user, who do not give up when they get no answer. */
export class Story {
  readonly person: PersonClient;
  readonly lender: DataUserClient;
  readonly contact: { readonly kind: 'email'; readonly value: string };
  /** Calls that the power cut left without an answer. */
  unanswered = 0;

  constructor(
    readonly at: FaultNetwork,
    readonly journal: Journal,
    readonly seed: number,
  ) {
    const { network } = at;
    this.contact = { kind: 'email', value: customerOf(seed).email };
    this.person = new PersonClient(urlOf(network, 'saathi'));
    this.lender = new DataUserClient(urlOf(network, 'lender'), apiKeyFileOf(network, 'lender'));
  }

  /** Without an answer, the same again as soon as there is someone to answer; a "no" is an answer. */
  async insist<T>(call: () => Promise<T>): Promise<T> {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      await this.at.power;
      try {
        return await call();
      } catch (error) {
        if (!isNoAnswer(error) || Date.now() > deadline) throw error;
        this.unanswered += 1;
        this.journal.note(`no answer: ${error}`);
        await sleep(20);
      }
    }
  }

  /** Asks until the answer is the wanted one. @throws where it does not come within the patience */
  async until<T>(call: () => Promise<T>, isWanted: (answer: T) => boolean, what: string): Promise<T> {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      const answer = await this.insist(call);
      if (isWanted(answer)) return answer;
      if (Date.now() > deadline) throw new Error(`${what}: still ${JSON.stringify(answer)}`);
      await sleep(20);
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.person.close(), this.lender.close()]);
  }
}

/** A broken connection, or a role that cannot reach another. */
function isNoAnswer(error: unknown): boolean {
  if (error instanceof ProblemAnswer) return error.status === 503;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^(E[A-Z]+$|UND_ERR)/.test(code);
}
