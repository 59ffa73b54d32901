import type { Instant, ParticipantId } from '#domain';
import type { ListedKey } from '#protocol';
import type { EventCounts } from '../events/undelivered-events.ts';
import type { TrustListState } from '../trust-list/trust-list-cache.ts';

/** The trust list that this role goes by, or publishes. */
export interface ListStanding {
  readonly state: TrustListState;
  readonly sequence: number;
  readonly issuedAt: Instant;
  readonly nextUpdate: Instant;
  readonly validUntil: Instant;
  readonly participants: number;
  /** Whether this participant is listed as active. */
  readonly isListed: boolean;
}

/** A witness that has not acknowledged a checkpoint it was sent. */
export interface UnheardCheckpoint {
  readonly participant: ParticipantId;
  readonly since: Instant;
}

/** What roles know in different ways, for an operator to see. */
export abstract class RoleStanding {
  /** Undefined where there is none yet. */
  abstract trustList(): Promise<ListStanding | undefined>;
  /** An own key, as it is listed. */
  abstract findListedKey(kid: string): Promise<ListedKey | undefined>;
  /** The id itself where nobody is listed under it. */
  abstract nameOf(participant: ParticipantId): string;
  /** Undefined for a role that tells no events. */
  abstract countEvents(): Promise<EventCounts | undefined>;
  /** Of each participant the oldest. */
  abstract unheardCheckpoints(): Promise<readonly UnheardCheckpoint[]>;
}
