import type { Instant, ParticipantId, Refusal } from '#domain';
import type { PublicJwk } from '../key/jwk.ts';
import type { Participant, ParticipantDirectory } from '../participant/participant.ts';
import type { Cryptography, Signer } from '../signature/cryptography.ts';

/** A verified trust list, in the shape the roles work with. */
export interface TrustList extends ParticipantDirectory {
  readonly network: string;
  /** The trust registry that signed it. */
  readonly operator: ParticipantId;
  readonly sequence: number;
  readonly issuedAt: Instant;
  /** When a newer one is expected. */
  readonly nextUpdate: Instant;
  /** From then on it is not relied on. */
  readonly validUntil: Instant;
  readonly participants: readonly Participant[];
  /** SHA-256 of the compact token, base64url. */
  readonly digest: string;
  findParticipant(id: ParticipantId): Participant | undefined;
  findKey(issuer: ParticipantId, kid: string): Participant['keys'][number] | undefined;
}

export interface TrustListOptions {
  /** The registry's `trust-list` key. */
  readonly signer: Signer;
  readonly operator: { readonly id: ParticipantId; readonly name: string };
  readonly network: string;
  readonly sequence: number;
  readonly now: Instant;
  /** 300 where absent. */
  readonly refreshSeconds?: number;
  /** 604800 (7 days, the most) where absent. */
  readonly validSeconds?: number;
  readonly participants: readonly Participant[];
}

export declare function createTrustList(options: TrustListOptions): Promise<string>;

/** A key pinned by settings; a list signed by any other is refused. */
export interface TrustRoot {
  readonly operator: ParticipantId;
  readonly jwk: PublicJwk;
}

export interface TrustListContext {
  readonly roots: readonly TrustRoot[];
  readonly now: Instant;
  readonly skewSeconds?: number;
  /** The newest list relied on so far: an older one, or another of the same number, is refused. */
  readonly last?: { readonly sequence: number; readonly digest: string } | undefined;
  readonly cryptography?: Cryptography;
}

export declare function verifyTrustList(raw: string, context: TrustListContext): Promise<TrustList | Refusal>;
