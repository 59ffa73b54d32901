import { dim, green, red, type Terminal, yellow } from '../terminal/terminal.ts';

/** Label by label, each on a line of its own: readable however narrow the window is. */
export function showFacts(terminal: Terminal, facts: readonly (readonly [label: string, value: string])[]): void {
  for (const [label, value] of facts) terminal.say(`  ${dim(label.padEnd(13))} ${value}`);
}

const goodStates = new Set(['ACTIVE', 'APPROVED', 'COMPLETED']);
const openStates = new Set(['PENDING', 'PAUSED', 'PARTIAL', 'AUTHORISED', 'FETCHING']);

export function stateWord(state: string): string {
  if (goodStates.has(state)) return green(state);
  return openStates.has(state) ? yellow(state) : red(state);
}
