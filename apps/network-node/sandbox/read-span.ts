import { CommandFailure } from '../terminal/command-failure.ts';

const form = /^(\d{1,6})(ms|s|m|h|d|w)$/;
const milliseconds: Readonly<Record<string, number>> = {
  ...{ ms: 1, s: 1000, m: 60_000, h: 3_600_000 },
  ...{ d: 86_400_000, w: 604_800_000 },
};
const tenYears = 3653 * 86_400_000;

/** `200ms`, `5s`, `30m`, `2h`, `3d`, `1w`. @returns milliseconds. @throws CommandFailure `usage` */
export function readSpan(text: string): number {
  const [, count, unit = ''] = form.exec(text) ?? [];
  const span = Number(count) * (milliseconds[unit] ?? Number.NaN);
  if (span <= tenYears) return span;
  throw new CommandFailure('usage', `${text} is no span of time: 200ms, 5s, 30m, 2h, 3d, 1w are; ten years at most`);
}

/** `+3d`. @throws CommandFailure `usage`, also where it would go back */
export function readForward(text: string): number {
  if (text.startsWith('-')) {
    const why = 'what was signed, kept or erased since then would lie in the future';
    throw new CommandFailure('usage', `${text}: a clock goes forward only: ${why}. Start a new sandbox`);
  }
  return readSpan(text.replace(/^\+/, ''));
}
