import type { Instant } from '#domain';

/** One replica's hold on a session. Writes under a lease that has passed to another do nothing. */
export interface Lease {
  readonly sessionId: string;
  /** The replica. */
  readonly worker: string;
}

/** What a replica takes sessions with as they are written down: its id, and until when it may be silent. */
export interface Hold {
  readonly worker: string;
  readonly until: Instant;
}
