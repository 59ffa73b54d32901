import { addSeconds, type Instant, toInstant, toMilliseconds } from '../clock/instant.ts';
import type { QuietHours } from './standing-choice.ts';

const day = 24 * 60;

/** @returns when these quiet hours end, as the clocks of her time zone go; undefined where they are not now */
export function quietUntil({ from, to, timeZone }: QuietHours, now: Instant): Instant | undefined {
  const minute = localMinute(now, timeZone);
  const [begin, end] = [minuteOf(from), minuteOf(to)];
  const isQuiet = begin <= end ? minute >= begin && minute < end : minute >= begin || minute < end;
  if (!isQuiet) return undefined;
  const whole = toInstant(Math.floor(toMilliseconds(now) / 60_000) * 60_000);
  // Where the clocks change meanwhile, it is asked again at that moment.
  return addSeconds(whole, ((end - minute + day) % day) * 60);
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function localMinute(now: Instant, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return minuteOf(format.format(new Date(toMilliseconds(now))));
}
