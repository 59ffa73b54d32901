import type { Duration } from '../clock/duration.ts';
import type { Frequency } from './consent-terms.ts';

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
