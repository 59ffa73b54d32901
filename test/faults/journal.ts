import type { ConsentState } from '#domain';
import type { DataRequestView } from '../../apps/network-node/clients/data-user-client.ts';
import type { LinkedAccountView, PersonSession } from '../../apps/network-node/clients/person-client.ts';

export interface Standing {
  readonly state: ConsentState;
  readonly version: number;
}

/** What a participant was answered, and may rely on from then on. */
export interface Acknowledged {
  session: PersonSession;
  linkRequestId: string;
  links: readonly LinkedAccountView[];
  /** The data user's consent request, and the handle the manager gave it. */
  asked: { readonly id: string; readonly handle: string };
  /** The person's own id of the consent she gave. */
  consent: string;
  /** Where the manager said that her consent stands. */
  standing: Standing;
  /** Each one that it said. */
  standings: readonly Standing[];
  /** The data user's id of the consent, once its artefact had come. */
  heard: string;
  fetched: DataRequestView;
  /** Digests of the records that were handed out. */
  records: readonly string[];
  held: string;
  /** When the answer to her withdrawal had come, by the clock of `performance.now`. */
  withdrawnAt: number;
  receipt: string;
}

/** The list of what was acknowledged, kept outside of the roles: whatever happens to them, this was promised. */
export class Journal {
  private readonly acknowledged: Partial<Acknowledged> = {};
  private readonly lines: string[] = [];
  private readonly begun = performance.now();

  acknowledge<K extends keyof Acknowledged>(name: K, answer: Acknowledged[K]): void {
    this.acknowledged[name] = answer;
    this.note(`acknowledged: ${name}`);
  }

  /** @returns undefined where it was not acknowledged: it may have come to pass all the same */
  find<K extends keyof Acknowledged>(name: K): Acknowledged[K] | undefined {
    return this.acknowledged[name];
  }

  /** @throws where the story relies on what nobody acknowledged */
  get<K extends keyof Acknowledged>(name: K): Acknowledged[K] {
    const answer = this.find(name);
    if (answer === undefined) throw new Error(`${name} was not acknowledged yet`);
    return answer;
  }

  note(line: string): void {
    this.lines.push(`${Math.round(performance.now() - this.begun)} ms  ${line}`);
  }

  /** For the report of a failure. */
  toString(): string {
    return this.lines.join('\n');
  }
}
