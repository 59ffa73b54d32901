import { isRefusal } from '#domain';
import { parseStrictJson } from '#protocol';

/**
 * How JSON.stringify writes whatever a strict reader may refuse, as a text that is quickly looked for: a lone surrogate,
 * an integer of sixteen digits or more, one so large that it has an exponent, a member `__proto__`.
 */
const suspicious = /\\ud[89a-f]|[:[,]-?\d{16}|\de\+|"__proto__":/;
/** The most that may be opened, and the shortest that too many values are, whatever they are. */
const mostOpened = 32;
const shortestOfTooMany = 200_000;

/**
 * Whether a data user can read a line that JSON.stringify wrote: its reader is stricter than any schema. Nearly every
 * line is told by a glance at its text; only what that leaves open is read as the data user would.
 */
export function isReadStrictly(line: string): boolean {
  if (line.length < shortestOfTooMany && !suspicious.test(line) && !opensMoreThan(mostOpened, line)) return true;
  return !isRefusal(parseStrictJson(line));
}

/** Whether so many brackets stand in it, wherever: what nests deeper has more. */
function opensMoreThan(most: number, line: string): boolean {
  let left = most;
  for (const bracket of ['{', '[']) {
    for (let at = line.indexOf(bracket); at !== -1; at = line.indexOf(bracket, at + 1)) {
      left -= 1;
      if (left < 0) return true;
    }
  }
  return false;
}
