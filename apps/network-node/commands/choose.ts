import { CommandFailure } from '../terminal/command-failure.ts';

/** Something that a person names on the command line. */
export interface Choice {
  readonly id: string;
  /** What else it goes by: `Fairlend`. */
  readonly name: string;
}

/** Ids begin with the time they were made at: what tells them apart stands at their end. */
export const shortId = (id: string): string => id.slice(-8);

const matches = ({ id, name }: Choice, given: string) =>
  id.startsWith(given) || id.endsWith(given) || name.toLowerCase().includes(given.toLowerCase());

/**
 * The one that is meant: by its id, the beginning or end of its id, or a name; with nothing given, the only one.
 *
 * @param what for the failure: `request waiting for an answer`
 * @throws CommandFailure where none or several could be meant
 */
export function choose<T>(
  given: string | undefined,
  items: readonly T[],
  describe: (item: T) => Choice,
  what: string,
): T {
  const found = items.filter((item) => given === undefined || matches(describe(item), given));
  const exact = found.filter((item) => describe(item).id === given);
  const [one] = exact.length === 1 ? exact : found;
  if (one === undefined) {
    throw new CommandFailure('not-found', `there is no ${what}${given === undefined ? '' : ` like "${given}"`}`);
  }
  if (found.length > 1 && exact.length === 0) {
    const list = found.map((item) => `${shortId(describe(item).id)} (${describe(item).name})`).join(', ');
    throw new CommandFailure('usage', `more than one ${what} could be meant; say which: ${list}`);
  }
  return one;
}
