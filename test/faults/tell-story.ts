import { actsOf } from './acts-of.ts';
import type { Books } from './books.ts';
import type { Moment } from './drawn-round.ts';
import type { Story } from './story.ts';

export interface Telling {
  /** The moment has come. */
  readonly come: Promise<void>;
  readonly ended: Promise<void>;
}

export function tellStory(story: Story, books: Books, moment?: Moment): Telling {
  const { promise: come, resolve } = Promise.withResolvers<void>();
  const tell = async () => {
    for (const act of actsOf[story.kind]) {
      const isIt = act.name === moment?.act;
      story.journal.note(`— ${act.name}`);
      if (isIt && moment?.delayMs !== undefined) setTimeout(resolve, moment.delayMs);
      await act.run(story, books);
      if (isIt && moment?.delayMs === undefined) resolve();
    }
  };
  const ended = tell();
  // Whoever awaits it hears of a failure; nobody does while something is broken.
  ended.catch(() => undefined);
  return { come, ended };
}
