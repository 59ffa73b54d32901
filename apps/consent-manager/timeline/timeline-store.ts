import type { Instant } from '#domain';
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

/** What happened to a person's data, as she reads it. Entries are never changed. */
export abstract class TimelineStore {
  abstract add(tx: Transaction, principalId: string, entry: TimelineEntry): void;
  /** Newest first. @param before id of the last entry of the page before */
  abstract page(principalId: string, limit: number, before?: string): Promise<TimelineEntry[]>;
}
