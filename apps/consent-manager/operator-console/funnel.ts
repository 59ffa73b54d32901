import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { addDuration } from '#domain';
import { Clock } from '#platform';
import { dayOf, daysBefore, startOf } from './days.ts';
import { timeOfShare } from './decision-times.ts';
import { RequestCountStore } from './request-count-store.ts';
import { addCounts, countsOf, noRequests, type RequestCounts } from './request-counts.ts';

/** A page that is open asks again and again. */
const KEPT_MS = 30_000;
const seconds = z.number().nullable().describe('Seconds, to three percent; null where nothing was decided.');
const counts = {
  asked: z.int(),
  approved: z.int().describe('Narrowed ones among them.'),
  narrowed: z.int(),
  rejected: z.int(),
  expired: z.int(),
  pending: z.int(),
  p50: seconds,
  p95: seconds,
};
export const funnelView = z
  .strictObject({
    total: z.strictObject(counts),
    days: z.array(
      z.strictObject({ day: z.string().describe('UTC, on which they were asked; newest first.'), ...counts }),
    ),
  })
  .meta({ id: 'RequestFunnel' });
export type Funnel = z.output<typeof funnelView>;

/** What became of consent requests: counts, and nobody's. */
@Injectable()
export class RequestFunnel {
  private readonly kept = new Map<number, { readonly until: number; readonly funnel: Promise<Funnel> }>();

  constructor(
    private readonly store: RequestCountStore,
    private readonly clock: Clock,
  ) {}

  /** Up to half a minute old. */
  read(days: number): Promise<Funnel> {
    const known = this.kept.get(days);
    if (known !== undefined && performance.now() < known.until) return known.funnel;
    const funnel = this.count(days);
    this.kept.set(days, { until: performance.now() + KEPT_MS, funnel });
    funnel.catch(() => this.kept.delete(days));
    return funnel;
  }

  private async count(days: number): Promise<Funnel> {
    const today = dayOf(this.clock.now());
    const inFunnel = [today, ...daysBefore(today, days - 1)];
    const first = inFunnel.at(-1) ?? today;
    const counts = new Map((await this.store.listKept(first)).map((kept) => [kept.day, kept.counts]));
    const oldestOpen = inFunnel.findLast((day) => !counts.has(day)) ?? today;
    const read = await this.store.count(startOf(oldestOpen), addDuration(startOf(today), 'P1D'));
    for (const day of inFunnel.filter((one) => !counts.has(one)))
      counts.set(day, countsOf(read.filter((one) => one.day === day)));
    const asked = inFunnel
      .map((day) => ({ day, counts: counts.get(day) ?? noRequests }))
      .filter((one) => one.counts.asked > 0);
    const total = asked.map((one) => one.counts).reduce(addCounts, noRequests);
    return { total: show(total), days: asked.map((one) => ({ day: one.day, ...show(one.counts) })) };
  }
}

const show = ({ times, ...counts }: RequestCounts) => ({
  ...counts,
  p50: timeOfShare(times, 0.5),
  p95: timeOfShare(times, 0.95),
});
