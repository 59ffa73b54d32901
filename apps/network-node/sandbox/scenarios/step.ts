// biome-ignore lint/suspicious/noExplicitAny: what a command answers with --json is looked into by the step it belongs to
export type Answer = Record<string, any>;

/** What the steps before have brought, under the words that commands name it by. */
export interface Brought {
  /** The person's id of the consent. */
  CONSENT?: string;
  /** The data user's id of it. */
  HELD?: string;
  /** The data request of last time. */
  REQUEST?: string;
  /** The first data session of it. */
  SESSION?: string;
}

/** Where it depends on what comes first which refusal it is. */
export const anyRefusal = 'refused';

/** One command of a scenario, as it is typed in, and what must come of it. */
export interface Step {
  readonly says: string;
  /** What stands behind `assent`; the words of `Brought` stand for what earlier steps have brought. */
  readonly command: readonly string[];
  /** The code it has to fail with, or `anyRefusal`. */
  readonly failsWith?: string;
  /** @returns what came of it, in a few words without ids. @throws where it is not what must come */
  readonly came?: (answer: Answer) => string;
  /** It may take a moment to come: the command is given again until it does. */
  readonly isAwaited?: boolean;
}

export interface Scenario {
  readonly name: string;
  readonly title: string;
  readonly steps: readonly Step[];
}

/** @throws where it does not hold; what is said is what came in its place */
export function must(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}
