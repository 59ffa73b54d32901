import { useFormatter } from 'use-intl';

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** In the largest unit of which there are two, so that it is short and still means something. */
export function inUnits(seconds: number): { readonly count: number; readonly unit: (typeof units)[number][0] } {
  const [unit, length] = units.find(([, size]) => seconds >= 2 * size) ?? (['second', 1] as const);
  return { count: Math.round(seconds / length), unit };
}

/** How long something took or waits, in the reader's language. */
export function Duration({ seconds }: { readonly seconds: number }) {
  const format = useFormatter();
  const { count, unit } = inUnits(seconds);
  return <>{format.number(count, { style: 'unit', unit, unitDisplay: 'long' })}</>;
}
