import type { ConsentTerms } from '#domain';
import type { AuthorisedAsk } from './authorised-asks.ts';
import type { Lease } from './data-session-store.ts';
import type { FetchedSession } from './fetched-session.ts';

/** A session while one worker fetches it: what was read when the work began, and how far it has come since. */
export interface Fetching {
  readonly lease: Lease;
  readonly asked: AuthorisedAsk;
  readonly terms: ConsentTerms;
  session: FetchedSession;
  /** Parts the provider has sealed, as far as we have heard. */
  sealed: number;
  /** Once the provider has signed it. */
  manifest?: string;
  /** What received parts are encrypted with. */
  dataKey?: Buffer;
}

/** Another worker has taken over, or the data was erased meanwhile: nothing more is to be done here. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

export function orLeaseLost(kept: boolean): void {
  if (!kept) throw new LeaseLost();
}
