import type { components } from '../../../api/generated/consent-manager.ts';
import type { ChartRow } from '../../../console/parts/chart-data.ts';

export type Funnel = components['schemas']['RequestFunnel'];
type Counts = Funnel['total'];

/** What became of requests, each counted under one of these. */
export const outcomes = ['approved', 'narrowed', 'rejected', 'expired', 'pending'] as const;
export type Outcome = (typeof outcomes)[number];

/** Narrowed ones are approved too: beside them stand those that were approved as they were asked. */
export function outcomesOf({ approved, narrowed, rejected, expired, pending }: Counts): Record<Outcome, number> {
  return { approved: approved - narrowed, narrowed, rejected, expired, pending };
}

export type Row = Omit<ChartRow, 'name'>;

/** A row for each day, also one on which nobody asked. */
export function outcomesByDay({ days }: Funnel, wanted: readonly string[]): Row[] {
  const counted = new Map(days.map((day) => [day.day, outcomesOf(day)]));
  return wanted.map((day) => ({ key: day, values: counted.get(day) ?? {} }));
}

/** In minutes; days on which nothing was decided are left out. */
export function timesByDay({ days }: Funnel, wanted: readonly string[]): Row[] {
  return wanted.flatMap((wantedDay) => {
    const found = days.find(({ day }) => day === wantedDay);
    if (found === undefined || found.p50 === null || found.p95 === null) return [];
    return [{ key: wantedDay, values: { p50: toMinutes(found.p50), p95: toMinutes(found.p95) } }];
  });
}

const toMinutes = (seconds: number): number => Math.round(seconds / 6) / 10;
