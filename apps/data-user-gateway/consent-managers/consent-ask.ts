import type { ConsentTerms, ParticipantId } from '#domain';

export interface Notice {
  readonly language: string;
  readonly text: string;
}

/** What goes to the consent manager, with the terms in full. */
export interface ConsentAskSent {
  readonly manager: ParticipantId;
  /** The person's id at the manager. */
  readonly principal: string;
  readonly terms: ConsentTerms;
  readonly notice: Notice;
  readonly mayBeNarrowed: boolean;
}
