import { mostListed } from '../clients/list-pages.ts';
import { CommandFailure } from '../terminal/command-failure.ts';
import { dim, type Terminal } from '../terminal/terminal.ts';

export interface LimitOption {
  readonly limit?: string;
}

/** For `command.option(…)`. */
export const limitOption = [
  '--limit <n>',
  `how many at most, newest first (default: all, up to ${mostListed})`,
] as const;

/** @throws CommandFailure where it is no whole number from 1 to 10000 */
export function readLimit({ limit }: LimitOption): number {
  if (limit === undefined) return mostListed;
  const number = /^\d{1,5}$/.test(limit) ? Number(limit) : 0;
  if (number >= 1 && number <= mostListed) return number;
  throw new CommandFailure('usage', `--limit ${limit}: a whole number from 1 to ${mostListed} is needed`);
}

/** Says that older ones are left out, where they are. */
export function sayMore(terminal: Terminal, { more }: { readonly more: boolean }): void {
  if (more) terminal.say(dim('older ones are left out; --limit says how many are shown'));
}
