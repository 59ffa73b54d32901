import type { Instant, ParticipantId, StandingRule } from '#domain';

/** A request that a person is yet to be written to about. */
export interface WaitingRequest {
  readonly handle: string;
  readonly dataUser: ParticipantId;
  readonly expiresAt: Instant;
}

export interface TakenRequest extends WaitingRequest {
  readonly principalId: string;
  /** Not where she has had her messages of this window: then the request waits for its end. */
  readonly mayWrite: boolean;
  /** Her quiet hours. */
  readonly quiet: readonly { readonly rule: StandingRule }[];
}

export interface TakeBounds {
  readonly people: number;
  readonly requests: number;
  /** Of one person, in the window that ends so. */
  readonly messages: number;
  readonly windowEndsAt: Instant;
  /** What is not marked as written by then is due again. */
  readonly until: Instant;
}

/** Which requests people are to be written to about, and when. */
export abstract class RequestMessageStore {
  /**
   * Takes what a few people are to be written to about by now, and counts one message for each of them; such as others
   * take are passed over.
   */
  abstract take(now: Instant, bounds: TakeBounds): Promise<TakenRequest[]>;
  /** She is not to be written to about them before then. */
  abstract putOff(handles: readonly string[], until: Instant): Promise<void>;
  abstract markWritten(handles: readonly string[]): Promise<void>;
}
