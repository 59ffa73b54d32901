import { useFormatter } from 'use-intl';

/** Days are counted in UTC: they are named in UTC too, so that no reader's clock moves them. */
export function useDayName(): (day: string) => string {
  const format = useFormatter();
  return (day) => format.dateTime(new Date(day), { day: 'numeric', month: 'short', timeZone: 'UTC' });
}
