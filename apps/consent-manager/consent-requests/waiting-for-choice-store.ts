import type { Instant } from '#domain';
import type { Transaction } from '#platform';

export interface WaitingForChoice {
  readonly handle: string;
  readonly principalId: string;
}

/** Requests that standing choices are to decide. */
export abstract class WaitingForChoiceStore {
  /** Those whose time has come, the longest waiting first. */
  abstract due(now: Instant, limit: number): Promise<WaitingForChoice[]>;
  /**
   * Takes one out of waiting: she is written to about it from now on, unless it is decided in `tx`, which has it locked.
   * @returns false where another was first
   */
  abstract take(tx: Transaction, handle: string, now: Instant): Promise<boolean>;
  /** She is not written to before then, and the choices are asked again. */
  abstract wait(tx: Transaction, handle: string, until: Instant): void;
  /** What could not be decided is tried again then; she is written to meanwhile, so that it does not stay unseen. */
  abstract tryAgain(handle: string, now: Instant, at: Instant): Promise<void>;
}
