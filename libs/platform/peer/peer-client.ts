import type { ParticipantId, ParticipantRole } from '#domain';

export interface PeerCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the endpoint that the trust list names for the role, with a slash in front. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** The largest answer to take; 1 MiB where absent. */
  readonly maxBytes?: number;
}

export interface PeerAnswer {
  readonly status: number;
  /** Lower-case names; of a repeated header the first. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/**
 * Calls other participants, at the endpoints of the trust list alone. Trying again is the caller's business.
 *
 * All methods throw PeerRefusal (it said no), PeerUnavailable (no answer, or a fault), RefusedError
 * `participant-not-active` (not listed, not active, or no endpoint for the role).
 */
export abstract class PeerClient {
  /** POSTs a signed message. @returns the parsed JSON, or the text of an answer that is a signed token */
  abstract send<A = unknown>(to: ParticipantId, role: ParticipantRole, path: string, signedBody: string): Promise<A>;

  /** Calls with a `call+jwt` of this participant. @returns as `send` does; undefined for an empty answer */
  abstract call<A = unknown>(
    to: ParticipantId,
    role: ParticipantRole,
    method: PeerCall['method'],
    path: string,
    options?: { readonly body?: string; readonly headers?: Readonly<Record<string, string>> },
  ): Promise<A>;

  /** Calls with the caller's own headers, e.g. `Authorization: DPoP …`, for answers in bytes. */
  abstract exchange(to: ParticipantId, role: ParticipantRole, call: PeerCall): Promise<PeerAnswer>;

  /** The address of a path at another participant, e.g. for a DPoP proof's `htu`. */
  abstract urlOf(to: ParticipantId, role: ParticipantRole, path: string): Promise<string>;
}
