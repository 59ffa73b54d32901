import type { createFormatter } from 'use-intl';

type Formatter = ReturnType<typeof createFormatter>;

const isDay = /^\d{4}-\d{2}-\d{2}$/;
const isMoment = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/;

function leaves(value: unknown): (string | number | boolean)[] {
  if (value === null || value === undefined) return [];
  if (typeof value === 'object') return Object.values(value).flatMap(leaves);
  return [value as string | number | boolean];
}

/** What a reader understands of a field of a record, however deep it is: its texts one after the other. */
export function exampleValue(value: unknown, format: Formatter, yesNo: (yes: boolean) => string): string {
  const texts = leaves(value).map((leaf) => {
    if (typeof leaf === 'boolean') return yesNo(leaf);
    if (typeof leaf === 'number') return format.number(leaf);
    if (isDay.test(leaf)) return format.dateTime(new Date(leaf), { dateStyle: 'medium', timeZone: 'UTC' });
    if (isMoment.test(leaf)) return format.dateTime(new Date(leaf), { dateStyle: 'medium', timeStyle: 'short' });
    return leaf;
  });
  return [...new Set(texts)].join(' · ');
}
