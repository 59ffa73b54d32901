import type { createFormatter, DateTimeFormatOptions } from 'use-intl';
import type { ConsentTerms, Frequency } from '#domain';
import type { PersonWords } from './data-words.ts';

export type Formatter = ReturnType<typeof createFormatter>;

const units: Record<string, string> = {
  ...{ Y: 'year', M: 'month', W: 'week', D: 'day' },
  ...{ TH: 'hour', TM: 'minute', TS: 'second' },
};

/** `P30D` -> `30 days`, in the reader's language. */
export function lengthWords(format: Formatter, duration: string): string {
  const [, time = '', count = '', letter = ''] = /^P(T?)(\d+)([A-Z])$/.exec(duration) ?? [];
  const unit = units[`${time}${letter}`];
  if (unit === undefined) return duration;
  return format.number(Number(count), { style: 'unit', unit, unitDisplay: 'long' });
}

/** Days of records are days of UTC, as the rule counts them, wherever the reader is. */
const utcDay: DateTimeFormatOptions = { dateStyle: 'medium', timeZone: 'UTC' };

/** The first and the last day that a range holds: it ends before `to`. */
export function rangeWords(format: Formatter, { from, to }: ConsentTerms['dataRange']): { from: string; to: string } {
  const day = (milliseconds: number) => format.dateTime(new Date(milliseconds), utcDay);
  return { from: day(Date.parse(from)), to: day(Date.parse(to) - 1) };
}

export function frequencyWords(t: PersonWords, frequency: Frequency | undefined): string {
  return frequency === undefined ? t('often.once') : t('often.most', { max: frequency.max, per: frequency.per });
}
