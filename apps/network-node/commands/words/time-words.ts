import type { Duration, Frequency, Instant } from '#domain';

/** `21 Nov 2026` */
export const dayWords = (at: Instant): string => `${Number(at.slice(8, 10))} ${monthOf(at)} ${at.slice(0, 4)}`;

/** `21 Nov 2026 11:49 UTC` */
export const momentWords = (at: Instant): string => `${dayWords(at)} ${at.slice(11, 16)} UTC`;

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const monthOf = (at: Instant) => months[Number(at.slice(5, 7)) - 1] ?? '';

const units: Record<string, string> = {
  ...{ Y: 'year', M: 'month', W: 'week', D: 'day' },
  ...{ TH: 'hour', TM: 'minute', TS: 'second' },
};

/** `P30D` -> `30 days` */
export function durationWords(duration: Duration): string {
  const [, time = '', count = '', letter = ''] = /^P(T?)(\d+)([A-Z])$/.exec(duration) ?? [];
  const unit = units[`${time}${letter}`];
  if (unit === undefined) return duration;
  return `${count} ${unit}${count === '1' ? '' : 's'}`;
}

/** How often data may be fetched: `once`, `at most 4 times a day`. */
export function frequencyWords(frequency: Frequency | undefined): string {
  if (frequency === undefined) return 'once';
  const { max, per } = frequency;
  const window = per === 'HOUR' ? 'an hour' : `a ${per.toLowerCase()}`;
  return `at most ${max === 1 ? 'once' : max === 2 ? 'twice' : `${max} times`} ${window}`;
}
