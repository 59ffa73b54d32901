import type { Instant } from '../clock/instant.ts';
import type { ConsentStanding } from '../consent-artefact/consent-state.ts';
import type { ConsentTerms, DataRange, DataTypeTerm } from '../consent-artefact/consent-terms.ts';
import type { ParticipantId } from '../participant/participant.ts';
import type { Refusal } from '../refusal/refusal.ts';

/** May this data leave, now, under this consent? What only one side knows is absent on the others. */
export interface ConsentQuestion {
  readonly now: Instant;
  readonly consent: {
    readonly terms: ConsentTerms;
    readonly standing: ConsentStanding;
    readonly dataUser: ParticipantId;
  };
  readonly ask: {
    readonly dataUser: ParticipantId;
    readonly dataTypes: readonly DataTypeTerm[];
    readonly dataRange: DataRange;
    /** Code of the purpose; absent where the message names none and the consent's own holds. */
    readonly purpose?: string | undefined;
  };
  /** Other data requests that count in the window of this one. Known to the consent manager and the data provider. */
  readonly usesInWindow?: number | undefined;
  /** When the use was reserved. Known to the data provider, from the access token. */
  readonly requestedAt?: Instant | undefined;
  /** The artefact's accounts that are no active link of its manager and pseudonym. Known to the data provider. */
  readonly unlinkedAccounts?: readonly string[] | undefined;
  /** Participants of the artefact that are not listed and active now. Known to those who hold a trust list. */
  readonly inactiveParticipants?: readonly ParticipantId[] | undefined;
}

export type ConsentCheck = (question: ConsentQuestion) => Refusal | undefined;
