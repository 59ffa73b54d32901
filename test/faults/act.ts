import type { Books } from './books.ts';
import type { Story } from './story.ts';

export interface Act {
  readonly name: string;
  /** How long after its beginning a fault may come: about as long as it takes. */
  readonly spanMs: number;
  /** How many of the moments fall into it. Default 1. */
  readonly moments?: number;
  /** Which roles hear an event of it. */
  readonly hearers?: readonly [string, ...string[]];
  /** What is acknowledged in it goes into the story's journal. */
  run(story: Story, books: Books): Promise<void>;
}
