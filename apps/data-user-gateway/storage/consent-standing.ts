import type { ConsentStanding, Instant } from '#domain';

/** Where a consent stands, as its columns have it. */
export interface StandingRow {
  readonly state: ConsentStanding['state'];
  readonly version: number;
  readonly resumeAt: Instant | null;
}

export function toStanding({ state, version, resumeAt }: StandingRow): ConsentStanding {
  return { state, version, ...(resumeAt === null ? {} : { resumeAt }) };
}
