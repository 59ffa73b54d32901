import type { ConsentStanding, Instant, ParticipantId } from '#domain';
import type { ConsentArtefactFields, MessageClaims } from '#protocol';

/** A consent this data user was given. */
export interface HeldConsent {
  /** The artefact's id: what data is asked for with. */
  readonly id: string;
  readonly manager: ParticipantId;
  readonly handle: string;
  /** The signed artefact. */
  readonly artefact: string;
  readonly claims: MessageClaims<ConsentArtefactFields, 'statement'>;
  readonly standing: ConsentStanding;
  readonly receivedAt: Instant;
}

/** What its checks ask of a consent: what was granted, and where it stands. */
export type ConsentGround = Pick<HeldConsent, 'claims' | 'standing'>;
