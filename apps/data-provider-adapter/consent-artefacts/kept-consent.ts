import type { ConsentStanding, ConsentTerms, Instant, ParticipantId } from '#domain';

/** An artefact's id is its manager's own: no other manager can speak of it, or take its name before it arrives. */
export interface ConsentKey {
  readonly manager: ParticipantId;
  readonly artefactId: string;
}

/** What this provider's copy of a consent artefact says. Never changed. */
export interface KeptArtefact extends ConsentKey {
  /** SHA-256 of the signed artefact as it arrived, base64url. */
  readonly digest: string;
  readonly dataUser: ParticipantId;
  readonly principal: string;
  /** Ids of account links of this provider. */
  readonly accounts: readonly string[];
  readonly terms: ConsentTerms;
}

export interface ArrivedArtefact extends KeptArtefact {
  /** The signed artefact. */
  readonly token: string;
  readonly receivedAt: Instant;
}

export interface KeptConsent {
  readonly artefact: KeptArtefact;
  readonly standing: ConsentStanding;
}
