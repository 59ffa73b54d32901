import type { Books } from './books.ts';
import type { Story } from './story.ts';

/** A round that has come to its end: nothing more is broken, and what was under way has settled. */
export interface EndedRound {
  readonly story: Story;
  readonly books: Books;
}

/** A row of ids, states and counts. */
export const inWords = (row: Readonly<Record<string, unknown>>): string =>
  Object.entries(row)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
