import type { Instant } from '#domain';
import type { TimelineKind } from '../timeline/timeline-words.ts';

export interface NewestEntry {
  readonly principalId: string;
  readonly id: string;
  readonly kind: TimelineKind;
}

/** What those who look on need to know of many people at once. */
export abstract class ChangeStore {
  /** The newest few timeline entries of each. */
  abstract newest(principalIds: readonly string[]): Promise<NewestEntry[]>;
  /** Those of the sessions that are still open. */
  abstract stillOpen(sessionIds: readonly string[], now: Instant): Promise<string[]>;
}
