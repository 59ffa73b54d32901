import type { Facts } from './facts.ts';
import type { MemberName, OpenContext, Stage } from './stage.ts';

/** One page as it is visited, in every language, theme and width. */
export interface VisitedPage {
  /** Kebab-case: names its pictures. */
  readonly name: string;
  /** Below the path of its set; from what the network holds where it shows one thing of many. */
  readonly at: string | ((facts: Facts) => string);
  /** Seen by those who are not signed in. */
  readonly isSignedOut?: true;
  /** Alike in several sets: this one's picture serves for all. */
  readonly picturedIn?: string;
}

/** Pages of one kind of reader. A new page of the product gets a line in its set. */
export interface VisitedSet {
  readonly name: string;
  readonly originOf: (stage: Stage) => string | Promise<string>;
  readonly path: string;
  /** Opens a session for whoever reads these pages. */
  readonly signIn?: (open: OpenContext, origin: string) => Promise<void>;
  /** Of pages that are looked at elsewhere too: where there is less time, in English on a phone by day and a desk by night. */
  readonly isAgain?: true;
  readonly pages: readonly VisitedPage[];
}

export const at =
  (member: MemberName) =>
  (stage: Stage): string =>
    stage.originOf(member);
