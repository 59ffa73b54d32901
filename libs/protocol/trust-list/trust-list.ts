import type { Instant, ParticipantId } from '#domain';
import type { PublicJwk } from '../key/jwk.ts';
import { hasRetired, wasValidAt } from '../participant/listed-key-checks.ts';
import type { ListedKey, Participant, ParticipantDirectory } from '../participant/participant.ts';

/** A key pinned by settings, or named by a list that such a key signed; a list signed by any other is refused. */
export interface TrustRoot {
  readonly operator: ParticipantId;
  readonly jwk: PublicJwk;
}

/** What a trust list says. */
export interface TrustListContent {
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
  /** SHA-256 of the signed payload, base64url: the same where the same list was signed anew. */
  readonly digest: string;
}

/** A verified trust list, with lookups of constant cost. */
export class TrustList implements TrustListContent, ParticipantDirectory {
  readonly network: string;
  readonly operator: ParticipantId;
  readonly sequence: number;
  readonly issuedAt: Instant;
  readonly nextUpdate: Instant;
  readonly validUntil: Instant;
  readonly participants: readonly Participant[];
  readonly digest: string;
  readonly #participants: ReadonlyMap<ParticipantId, Participant>;
  readonly #keys: ReadonlyMap<ParticipantId, ReadonlyMap<string, ListedKey>>;

  constructor(content: TrustListContent) {
    this.network = content.network;
    this.operator = content.operator;
    this.sequence = content.sequence;
    this.issuedAt = content.issuedAt;
    this.nextUpdate = content.nextUpdate;
    this.validUntil = content.validUntil;
    this.participants = content.participants;
    this.digest = content.digest;
    this.#participants = new Map(content.participants.map((participant) => [participant.id, participant]));
    this.#keys = new Map(content.participants.map(({ id, keys }) => [id, new Map(keys.map((key) => [key.kid, key]))]));
  }

  findParticipant(id: ParticipantId): Participant | undefined {
    return this.#participants.get(id);
  }

  findKey(issuer: ParticipantId, kid: string): ListedKey | undefined {
    return this.#keys.get(issuer)?.get(kid);
  }

  /** Whether it may be relied on. An expired list is never relied on, however unreachable the registry. */
  isValidAt(now: Instant): boolean {
    return now < this.validUntil;
  }

  /** The operator's own keys for lists: by naming its successor, an old root signs the new. */
  roots(now: Instant): TrustRoot[] {
    const { operator } = this;
    const keys = this.findParticipant(operator)?.keys ?? [];
    return keys
      .filter((key) => key.use === 'trust-list' && wasValidAt(key, now) && key.compromisedSince === undefined)
      .map(({ jwk }) => ({ operator, jwk }));
  }

  /** Kids of the operator's keys for lists that have retired or been compromised: a pinned one is relied on no more. */
  endedRoots(now: Instant): string[] {
    const keys = this.findParticipant(this.operator)?.keys ?? [];
    return keys
      .filter((key) => key.use === 'trust-list' && (key.compromisedSince !== undefined || hasRetired(key, now)))
      .map(({ kid }) => kid);
  }
}
