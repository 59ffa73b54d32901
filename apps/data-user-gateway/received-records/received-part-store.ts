import type { Instant } from '#domain';
import type { ReceivedPart } from './received-part.ts';

export type PartSummary = Pick<ReceivedPart, 'n' | 'digest' | 'counts'>;

/** A part that may be read, with when its session was complete. */
export interface ReadablePart extends ReceivedPart {
  readonly receivedAt: Instant;
}

export interface PartsWanted {
  readonly consentId: string;
  /** Only parts from this place on, in order of session and number. */
  readonly from: { readonly sessionId: string; readonly n: number };
  readonly dataType?: string | undefined;
  readonly account?: string | undefined;
  /** Data whose life has ended by then is not read, even where the timer has not come by yet. */
  readonly now: Instant;
}

/** Keeps received parts. */
export abstract class ReceivedPartStore {
  /** In order. */
  abstract summarise(sessionId: string): Promise<PartSummary[]>;
  /** The next part of a complete session whose data lives. */
  abstract findNext(wanted: PartsWanted): Promise<ReadablePart | undefined>;
  /** There was data and none of it lives. */
  abstract isErased(consentId: string, now: Instant): Promise<boolean>;
}
