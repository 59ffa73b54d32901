import type { TrailVerdict, WrongEntries } from '#platform';
import type { Copy } from './ask-witnesses.ts';

/**
 * genuine: it is what was signed, and what witnesses keep. tampered: it is not. unwitnessed: nothing is wrong with it, but
 * whoever owns the database and the keys could have made it all anew: no witness vouches for any of it.
 */
export const trailOutcomes = ['genuine', 'unwitnessed', 'tampered'] as const;
export type TrailOutcome = (typeof trailOutcomes)[number];

export interface TrailJudgement {
  readonly outcome: TrailOutcome;
  /** How many of the first entries a copy of a witness covers. */
  readonly witnessed: number;
  readonly firstWrong?: WrongEntries;
}

export function judgeTrail({ firstWrong: own }: TrailVerdict, copies: readonly Copy[]): TrailJudgement {
  const firstWrong = own ?? findDisputed(copies);
  const witnessed = largest(copies);
  if (firstWrong !== undefined) return { outcome: 'tampered', witnessed, firstWrong };
  return { outcome: witnessed === 0 ? 'unwitnessed' : 'genuine', witnessed };
}

/** A copy that its witness could not reconcile with its others: this trail may be the one it was made to be afterwards. */
function findDisputed(copies: readonly Copy[]): WrongEntries | undefined {
  const [first] = copies.filter(({ agrees }) => !agrees).sort((one, other) => one.size - other.size);
  if (first === undefined) return undefined;
  const before = copies.filter(({ size, agrees }) => agrees && size < first.size);
  const why = `${first.keptBy} keeps the checkpoint of ${first.size} as one that contradicts what it kept before`;
  return { index: largest(before), to: first.size - 1, why };
}

const largest = (copies: readonly Copy[]): number => copies.reduce((most, { size }) => Math.max(most, size), 0);
