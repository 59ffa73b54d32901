import { useFormatter } from 'use-intl';

const units = { Y: 'year', M: 'month', W: 'week', D: 'day', TH: 'hour', TM: 'minute', TS: 'second' } as const;
type Letter = keyof typeof units;

/** A length of time with one unit (ISO 8601), as templates and terms say it. */
export function readSpan(duration: string): { readonly count: number; readonly unit: (typeof units)[Letter] } {
  const [, time = '', count = '', letter = ''] = /^P(T?)(\d+)([A-Z])$/.exec(duration) ?? [];
  const unit = units[`${time}${letter}` as Letter];
  if (unit === undefined) throw new RangeError('not a length of time with one unit');
  return { count: Number(count), unit };
}

/** In the reader's language, e.g. "6 months". */
export function useSpanName(): (duration: string) => string {
  const format = useFormatter();
  return (duration) => {
    const { count, unit } = readSpan(duration);
    return format.number(count, { style: 'unit', unit, unitDisplay: 'long' });
  };
}
