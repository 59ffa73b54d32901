import type { Instant, ParticipantId } from '#domain';
import type { Transaction } from '#platform';
import type { Participant } from '#protocol';

/** A participant, and when the description that it was listed by was made. */
export interface ListedParticipant {
  readonly participant: Participant;
  readonly describedAt: Instant;
}

/** Keeps who is in the network. */
export abstract class ParticipantStore {
  abstract find(tx: Transaction, id: ParticipantId): Promise<ListedParticipant | undefined>;
  /** Who the keys are listed for already, whatever became of them. */
  abstract findHolders(tx: Transaction, kids: readonly string[]): Promise<ParticipantId[]>;
  /** With all its keys; a key once listed is never taken out. */
  abstract save(tx: Transaction, listed: ListedParticipant, now: Instant): Promise<void>;
  /** By id, from the one after that on. */
  abstract page(tx: Transaction, limit: number, after?: ParticipantId): Promise<Participant[]>;
  /** Everyone, by id. */
  abstract list(tx: Transaction): Promise<Participant[]>;
}
