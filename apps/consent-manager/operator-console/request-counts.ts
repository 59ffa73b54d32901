import type { RequestState } from '#domain';
import { addTimes, type DecisionTimes } from './decision-times.ts';

/** What became of the requests of a day, or of several. */
export interface RequestCounts {
  readonly asked: number;
  /** Narrowed ones among them. */
  readonly approved: number;
  readonly narrowed: number;
  readonly rejected: number;
  readonly expired: number;
  readonly pending: number;
  readonly times: DecisionTimes;
}

/** Requests that are alike: asked on one day, in one state, decided within one span of time. */
export interface CountedRequests {
  readonly day: string;
  readonly state: RequestState;
  readonly isNarrowed: boolean;
  /** Null where nobody decided. */
  readonly span: number | null;
  readonly count: number;
}

export const noRequests: RequestCounts = {
  ...{ asked: 0, approved: 0, narrowed: 0, rejected: 0, expired: 0, pending: 0 },
  times: [],
};

export function addCounts(some: RequestCounts, others: RequestCounts): RequestCounts {
  return {
    asked: some.asked + others.asked,
    approved: some.approved + others.approved,
    narrowed: some.narrowed + others.narrowed,
    rejected: some.rejected + others.rejected,
    expired: some.expired + others.expired,
    pending: some.pending + others.pending,
    times: addTimes(some.times, others.times),
  };
}

export function countsOf(alike: readonly CountedRequests[]): RequestCounts {
  return alike.map(countsOfAlike).reduce(addCounts, noRequests);
}

function countsOfAlike({ state, isNarrowed, span, count }: CountedRequests): RequestCounts {
  const where = (isSo: boolean) => (isSo ? count : 0);
  return {
    asked: count,
    approved: where(state === 'APPROVED'),
    narrowed: where(isNarrowed),
    rejected: where(state === 'REJECTED'),
    expired: where(state === 'EXPIRED'),
    pending: where(state === 'PENDING'),
    times: span === null ? [] : [...Array<number>(span).fill(0), count],
  };
}
