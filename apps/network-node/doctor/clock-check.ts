import type { ClockReading, ExaminedRole } from './examined-role.ts';
import { type Finding, good, problem, warning } from './finding.ts';

/** HTTP tells the time to the second, and an answer takes a while. */
const UNSURE_MS = 2000;

/** Ours against those seen on the way. Where all others agree against it, it is ours that is off. */
export function checkClock({ clocks, settings }: ExaminedRole): Finding[] {
  if (clocks.length === 0) return [];
  const allowed = (settings.CLOCK_SKEW_SECONDS ?? 60) * 1000;
  const off = clocks.filter(({ aheadMs }) => Math.abs(aheadMs) > Math.max(allowed / 2, UNSURE_MS));
  if (off.length === 0)
    return [good('clock', `the clock agrees with ${clocks.length} other${clocks.length > 1 ? 's' : ''}`)];
  const say = off.some(({ aheadMs }) => Math.abs(aheadMs) > allowed) ? problem : warning;
  const ours = off.length === clocks.length && new Set(off.map(({ aheadMs }) => Math.sign(aheadMs))).size === 1;
  if (ours) {
    const message = `this machine's clock is ${differenceOf(off, -1)} that of ${off.map(({ whose }) => whose).join(', ')}`;
    return [
      say(
        'clock-off',
        message,
        'keep it by NTP (timedatectl set-ntp true): messages are refused beyond CLOCK_SKEW_SECONDS',
      ),
    ];
  }
  return off.map((reading) =>
    say(
      'clock-off',
      `the clock of ${reading.whose} is ${differenceOf([reading], 1)} ours`,
      'ask its operator to keep it by NTP',
    ),
  );
}

function differenceOf(readings: readonly ClockReading[], sign: 1 | -1): string {
  const largest = readings.reduce((one, other) => (Math.abs(other.aheadMs) > Math.abs(one.aheadMs) ? other : one));
  const seconds = Math.round((largest.aheadMs * sign) / 1000);
  return `${Math.abs(seconds)} s ${seconds > 0 ? 'ahead of' : 'behind'}`;
}
