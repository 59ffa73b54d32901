import type { ConsentStanding, ConsentTerms, Instant, ParticipantId } from '#domain';

/** An artefact's id is its manager's own: no other manager can speak of it, or take its name before it arrives. */
export interface ConsentKey {
  readonly manager: ParticipantId;
  readonly artefactId: string;
}

/** This provider's copy of a consent artefact. Never changed. */
export interface KeptArtefact extends ConsentKey {
  /** The signed artefact as it arrived. */
  readonly token: string;
  /** SHA-256 of `token`, base64url. */
  readonly digest: string;
  readonly dataUser: ParticipantId;
  readonly principal: string;
  /** Ids of account links of this provider. */
  readonly accounts: readonly string[];
  readonly terms: ConsentTerms;
  readonly receivedAt: Instant;
}

export interface KeptConsent {
  readonly artefact: KeptArtefact;
  readonly standing: ConsentStanding;
}
