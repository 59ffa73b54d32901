import { decodeJwt } from 'jose';
import { dim, type Terminal } from '../terminal/terminal.ts';

/** A signed message in a story: the claims that matter, by their path; the rest with `--whole`. */
export interface ShownToken {
  readonly title: string;
  readonly token: string;
  readonly claims: readonly string[];
}

const valueAt = (claims: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], claims);

/** `["a",{"b":1}]` with room to breathe: `["a", {"b": 1}]` */
const spaced = (value: unknown): string =>
  JSON.stringify(value, null, 1)
    .replace(/\n\s*/g, ' ')
    .replace(/([[{]) | (?=[\]}])/g, '$1');

export function showToken(terminal: Terminal, { title, token, claims: paths }: ShownToken, isWhole: boolean): void {
  const claims = decodeJwt(token);
  const line = (text: string) => terminal.say(dim(`     │ ${text}`));
  terminal.say(dim(`     ${title}`));
  if (isWhole) {
    for (const text of JSON.stringify(claims, null, 2).split('\n')) line(text);
    return;
  }
  const shown = paths.filter((path) => valueAt(claims, path) !== undefined);
  const width = Math.max(...shown.map((path) => path.length));
  for (const path of shown) line(`${path.padEnd(width)}  ${spaced(valueAt(claims, path))}`);
  line('… every claim: --whole');
}
