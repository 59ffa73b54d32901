import type { Instant, KeyUse, ParticipantId, ParticipantRole } from '#domain';
import type { ParticipantDirectory } from '../participant/participant.ts';
import type { JsonObject } from '../strict-json/parse-strict-json.ts';
import type { Cryptography } from './cryptography.ts';
import type { TokenHeader } from './parse-compact-token.ts';

/**
 * command: carries `exp` at most 5 minutes after `iat`; call: at most 60 s; statement: has no `exp` and is true for ever.
 */
export type SignedKind = 'command' | 'call' | 'statement';

/** What a verifier expects of one kind of token. */
export interface Expectation {
  readonly typ: string;
  readonly kind: SignedKind;
  readonly keyUse: KeyUse;
  /** The sender is listed with at least one of these. */
  readonly senderRoles: readonly ParticipantRole[];
  readonly maxBytes: number;
  /** Where another life than that of the kind is allowed (an access token: 120 s). */
  readonly maxLifeSeconds?: number;
}

/** What a verifier knows. */
export interface VerificationContext {
  /** Who verifies. Undefined only for evidence, which may be addressed to someone else. */
  readonly audience: ParticipantId | undefined;
  readonly now: Instant;
  /** 60 where absent. */
  readonly skewSeconds?: number;
  /** Undefined where there is no valid trust list: then everything is refused with `trust-list-unavailable`. */
  readonly participants: ParticipantDirectory | undefined;
  /** WebCrypto where absent. */
  readonly cryptography?: Cryptography;
  /** Set where a statement is read again as evidence: its issuer need not be active any more. */
  readonly evidence?: {
    /**
     * When the statement was witnessed to exist; needed where its key was compromised later. It was made no later than
     * then: where it claims to be, by a day at most, its maker's clock was fast.
     */
    readonly witnessedAt?: Instant;
  };
}

/** Claims every signed message has; `exp` in commands and calls alone. */
export interface EnvelopeClaims {
  readonly iss: ParticipantId;
  readonly aud: ParticipantId | ParticipantId[];
  /** Seconds since 1970. */
  readonly iat: number;
  readonly exp?: number;
  /** UUIDv7. */
  readonly jti: string;
}

/** A token whose signature, sender, audience and time hold. The replay guard and the schema come next. */
export interface VerifiedEnvelope {
  readonly raw: string;
  readonly header: TokenHeader;
  readonly claims: JsonObject & EnvelopeClaims;
  readonly issuer: ParticipantId;
  /** SHA-256 of the whole compact token, base64url. */
  readonly digest: string;
}
