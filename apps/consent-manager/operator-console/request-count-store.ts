import type { Instant } from '#domain';
import type { CountedRequests, RequestCounts } from './request-counts.ts';

/** Consent requests, counted: those of a day of which nothing waits any more are counted once. */
export abstract class RequestCountStore {
  /** Reads each of them. */
  abstract count(from: Instant, until: Instant): Promise<CountedRequests[]>;
  /** Days (UTC, `2026-01-31`) of which a request still waits. */
  abstract listOpenDays(): Promise<string[]>;
  abstract listKept(fromDay: string): Promise<{ readonly day: string; readonly counts: RequestCounts }[]>;
  abstract keep(day: string, counts: RequestCounts): Promise<void>;
}
