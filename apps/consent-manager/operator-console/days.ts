import { addDuration, type Instant } from '#domain';

/** As far back as a funnel reaches. */
export const mostDays = 90;

/** In UTC. */
export const dayOf = (instant: Instant): string => instant.slice(0, 10);
export const startOf = (day: string): Instant => `${day}T00:00:00.000Z`;

/** @returns the days before this one, newest first */
export function daysBefore(day: string, count: number): string[] {
  return Array.from({ length: count }, (_, n) => dayOf(addDuration(startOf(day), `P${n + 1}D`, -1)));
}
