import type { Act } from './act.ts';
import type { Books } from './books.ts';
import { grantingActs } from './granting-acts.ts';
import type { Story } from './story.ts';
import { usingActs } from './using-acts.ts';

const acts: readonly Act[] = [...grantingActs, ...usingActs];
const shares = acts.flatMap((act) => Array.from({ length: act.moments ?? 1 }, () => act));
const goldenRatio = (Math.sqrt(5) - 1) / 2;

/** When the power is cut. */
export interface Moment {
  readonly act: string;
  /** So long after the act has begun; absent where it is cut the moment its answer comes. */
  readonly delayMs?: number;
}

/**
 * Seeds in a row go along the story, so that no act is left out. Even ones cut the power as an act is answered: what is
 * promised then must have been done. Odd ones cut it within, each at another depth: multiples of the golden ratio.
 */
export function momentOf(seed: number): Moment {
  const act = shares[seed % shares.length];
  if (act === undefined) throw new Error(`no moment for seed ${seed}`);
  const isWithin = seed % 2 === 1 || act.moments !== undefined;
  return { act: act.name, ...(isWithin && { delayMs: Math.round(((seed * goldenRatio) % 1) * act.spanMs) }) };
}

export interface Telling {
  /** The moment has come. */
  readonly come: Promise<void>;
  readonly ended: Promise<void>;
}

export function tellStory(story: Story, books: Books, moment: Moment): Telling {
  const { promise: come, resolve } = Promise.withResolvers<void>();
  const tell = async () => {
    for (const act of acts) {
      const isIt = act.name === moment.act;
      story.journal.note(`— ${act.name}`);
      if (isIt && moment.delayMs !== undefined) setTimeout(resolve, moment.delayMs);
      await act.run(story, books);
      if (isIt && moment.delayMs === undefined) resolve();
    }
  };
  const ended = tell();
  // Whoever awaits it hears of a failure; nobody does while the power is cut.
  ended.catch(() => undefined);
  return { come, ended };
}
