import type { Instant, ParticipantId } from '#domain';
import type { Transaction } from '#platform';
import type { TimelineFacts, TimelineKind } from './timeline-words.ts';

export interface TimelineEntry {
  /** UUIDv7: later entries have greater ids. */
  readonly id: string;
  readonly at: Instant;
  readonly kind: TimelineKind;
  /** For the person. */
  readonly text: string;
  /** For programs. */
  readonly facts: TimelineFacts;
}

/** Which entries, the newest first; what is absent does not matter. */
export interface TimelineQuery {
  readonly limit: number;
  /** Id of the last entry of the page before. */
  readonly before?: string | undefined;
  readonly kinds?: readonly TimelineKind[] | undefined;
  readonly participant?: ParticipantId | undefined;
  /** Id of a consent. */
  readonly consent?: string | undefined;
  /** Inclusive. */
  readonly from?: Instant | undefined;
  /** Exclusive. */
  readonly to?: Instant | undefined;
}

/** What happened to a person's data, as she reads it. Entries are never changed. */
export abstract class TimelineStore {
  abstract add(tx: Transaction, principalId: string, entry: TimelineEntry): void;
  abstract page(principalId: string, query: TimelineQuery): Promise<TimelineEntry[]>;
}
