import type { Instant, KeyUse, ParticipantId, ParticipantRole, ParticipantStatus } from '#domain';
import type { PublicJwk } from '../key/jwk.ts';

export { type ParticipantStatus, participantStatuses } from '#domain';

/** A public key that the trust list names for one participant and one use. */
export interface ListedKey {
  /** RFC 7638 thumbprint of `jwk` (SHA-256, base64url). */
  readonly kid: string;
  readonly use: KeyUse;
  readonly jwk: PublicJwk;
  readonly validFrom: Instant;
  readonly validUntil?: Instant | undefined;
  /** From then on the key signs nothing new; what it signed before stays true. */
  readonly retiredAt?: Instant | undefined;
  /** From then on someone else may have held the private key. */
  readonly compromisedSince?: Instant | undefined;
}

/** An organisation in the network, as the trust list names it. */
export interface Participant {
  readonly id: ParticipantId;
  readonly name: string;
  readonly roles: readonly ParticipantRole[];
  /** Base URL per role, without a trailing slash. */
  readonly endpoints: Readonly<Partial<Record<ParticipantRole, string>>>;
  readonly keys: readonly ListedKey[];
  /** What a data provider holds; empty for others. */
  readonly dataTypes: readonly string[];
  readonly status: ParticipantStatus;
}

/** What a verifier needs to know of the network; a lookup may fetch a fresher list first. */
export interface ParticipantDirectory {
  findParticipant(id: ParticipantId): Participant | undefined | Promise<Participant | undefined>;
  findKey(issuer: ParticipantId, kid: string): ListedKey | undefined | Promise<ListedKey | undefined>;
}
