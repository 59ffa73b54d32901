import type { KeyObject } from 'node:crypto';
import type { ConsentStanding, Instant } from '#domain';
import type { RecipientKeyPair } from '#protocol';
import type { HeldConsent } from '../consent-artefacts/held-consent.ts';
import type { Ask } from '../consent-artefacts/own-consent-check.ts';
import type { PartSummary } from '../received-records/received-part-store.ts';
import type { FetchedSession } from './fetched-session.ts';
import type { Hold, Lease } from './lease.ts';

/** What a data session answers. */
export interface AuthorisedAsk extends Ask {
  /** The manager's id of the data request: one use. */
  readonly useId: string | null;
}

/** A session that has just been leased, with what it answers and the consent it is fetched under. */
export interface LeasedSession {
  readonly session: FetchedSession;
  readonly asked: AuthorisedAsk;
  readonly claims: HeldConsent['claims'];
  /** As it was read with the lease; undefined where that is a while ago. */
  readonly standing: ConsentStanding | undefined;
  /** The key of what is kept under the consent, encrypted; null where nothing is. */
  readonly wrappedKey: Buffer | null;
  /** Where this process has just written them down: it need not decrypt them. */
  readonly accessToken?: string;
  readonly recipient?: RecipientKeyPair;
}

/** A session while one worker fetches it: what was read when the work began, and how far it has come since. */
export interface Fetching extends Pick<LeasedSession, 'asked' | 'claims' | 'wrappedKey'> {
  readonly lease: Lease;
  leasedUntil: Instant;
  session: FetchedSession;
  /** Where the consent stood when our own copy was last looked at: what comes is kept only while that is so. */
  standing: ConsentStanding | undefined;
  /** Parts the provider has sealed, as far as we have heard. */
  sealed: number;
  /** The parts that were kept, from the first; undefined where some were kept before this work began. */
  readonly kept: PartSummary[] | undefined;
  /** Once the provider has signed it. */
  manifest?: string;
  /** What the provider is called with, until it is renewed. */
  accessToken?: string;
  /** What parts are sealed to. */
  recipient?: RecipientKeyPair;
  /** What received parts are encrypted with. */
  dataKey?: KeyObject;
}

export function beginFetching(leased: LeasedSession, { worker, until }: Hold): Fetching {
  const { session } = leased;
  const lease = { sessionId: session.id, worker };
  return { ...leased, lease, leasedUntil: until, sealed: 0, kept: session.nextPart === 0 ? [] : undefined };
}

/** Another worker has taken over, or the data was erased meanwhile: nothing more is to be done here. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

export function orLeaseLost(kept: boolean): void {
  if (!kept) throw new LeaseLost();
}
