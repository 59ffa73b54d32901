import colours from 'picocolors';
import { drawRound } from './draw-round.ts';
import type { DrawnRound, Moment } from './drawn-round.ts';
import { describeFault } from './fault.ts';
import type { PlayedRound } from './play-round.ts';
import type { RoundsRun } from './run-rounds.ts';

// Progress goes to stderr: whether that is a terminal decides.
const { green, red, dim, yellow } = colours.createColors(process.stderr.isTTY === true && colours.isColorSupported);

const describeMoment = ({ act, delayMs }: Moment) =>
  delayMs === undefined ? `as «${act}» is answered` : `${delayMs} ms into «${act}»`;

/** A line for each round, and more where something was found. */
export function sayRound(drawn: DrawnRound, played: PlayedRound, seconds: number): string[] {
  const { seed, story, queues, moment, fault } = drawn;
  const found = [...played.found].flatMap(([invariant, all]) => all.map((what) => red(`  ${invariant}: ${what}`)));
  const mark = found.length === 0 ? green('✔') : red('✘');
  const left = played.hindrance === undefined ? '' : yellow(` (left out: ${played.hindrance})`);
  const about = `${story}, queues in ${queues === 'redis' ? 'Redis' : 'PostgreSQL'}`;
  const line = `${mark} seed ${seed}: ${describeFault(fault)}, ${describeMoment(moment)}${left}`;
  const kind = drawRound(seed).fault.kind === fault.kind ? '' : ` --kind ${fault.kind}`;
  const again = `  again: npm run faults -- --seed ${seed} --rounds 1${kind}`;
  return [`${line} ${dim(`(${about}) ${seconds} s`)}`, ...found, ...(found.length === 0 ? [] : [again, played.report])];
}

export function sayResult(run: RoundsRun & { readonly seconds: number }): string[] {
  const counts = (of: Readonly<Record<string, number>>) =>
    Object.entries(of)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ');
  return [
    `${run.rounds} rounds in ${run.seconds} s, ${run.violations.length} violations, ${run.unanswered} calls unanswered`,
    `injected: ${counts(run.injected)}`,
    ...(Object.keys(run.skipped).length === 0 ? [] : [`left out here: ${counts(run.skipped)}`]),
    `held: ${counts(run.invariants)}`,
  ];
}
