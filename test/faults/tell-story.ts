import type { Act } from './act.ts';
import type { Books } from './books.ts';
import { grantingActs } from './granting-acts.ts';
import type { Story } from './story.ts';
import { usingActs } from './using-acts.ts';

const acts: readonly Act[] = [...grantingActs, ...usingActs];
const wholeMs = acts.reduce((sum, { spanMs }) => sum + spanMs, 0);
const goldenRatio = (Math.sqrt(5) - 1) / 2;

/** When the power is cut: so long after an act has begun. */
export interface Moment {
  readonly act: string;
  readonly delayMs: number;
}

/** Multiples of the golden ratio fill the story evenly: seeds that follow each other leave no act out. */
export function momentOf(seed: number): Moment {
  let left = ((seed * goldenRatio) % 1) * wholeMs;
  for (const { name, spanMs } of acts) {
    if (left < spanMs) return { act: name, delayMs: Math.round(left) };
    left -= spanMs;
  }
  throw new Error(`no moment for seed ${seed}`);
}

export interface Telling {
  /** The act of this moment has begun. */
  readonly begun: Promise<void>;
  readonly ended: Promise<void>;
}

export function tellStory(story: Story, books: Books, until: Moment): Telling {
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const tell = async () => {
    for (const act of acts) {
      story.journal.note(`— ${act.name}`);
      if (act.name === until.act) begin();
      await act.run(story, books);
    }
  };
  const ended = tell();
  // Whoever awaits it hears of a failure; nobody does while the power is cut.
  ended.catch(() => undefined);
  return { begun, ended };
}
