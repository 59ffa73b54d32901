import type { ChartRow } from '../../../console/parts/chart-data.ts';

export interface RefusalDay {
  readonly day: string;
  readonly code: string;
  readonly refusals: number;
}

export interface RefusalPicture {
  readonly rows: readonly Omit<ChartRow, 'name'>[];
  readonly codes: readonly string[];
  readonly hasOthers: boolean;
  readonly total: number;
}

/** More colours than this are not told apart. */
const mostCodes = 5;
export const OTHERS = 'others';

/** The codes refused most, each with its own colour, and the rest as one; every day is there, also a quiet one. */
export function drawRefusals(refusals: readonly RefusalDay[], days: readonly string[]): RefusalPicture {
  const counted = totalsByCode(refusals);
  const codes = counted.slice(0, mostCodes).map(({ code }) => code);
  const rows = days.map((day) => {
    const values: Record<string, number> = {};
    for (const one of refusals) {
      if (one.day !== day) continue;
      const key = codes.includes(one.code) ? one.code : OTHERS;
      values[key] = (values[key] ?? 0) + one.refusals;
    }
    return { key: day, values };
  });
  const total = counted.reduce((sum, { refusals: count }) => sum + count, 0);
  return { rows, codes, hasOthers: counted.length > mostCodes, total };
}

/** Most frequent first. */
export function totalsByCode<T extends RefusalDay>(refusals: readonly T[]): T[] {
  const totals = new Map<string, T>();
  for (const one of refusals) {
    const known = totals.get(one.code);
    totals.set(one.code, { ...one, refusals: one.refusals + (known?.refusals ?? 0) });
  }
  return [...totals.values()].sort((a, b) => b.refusals - a.refusals || a.code.localeCompare(b.code));
}
