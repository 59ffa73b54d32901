import type { Refusal } from '#domain';
import type { PublicJwk } from '../key/jwk.ts';
import type { JsonObject } from '../strict-json/parse-strict-json.ts';

export interface TokenHeader {
  readonly alg: string;
  readonly typ: string;
  readonly kid?: string;
  readonly crit?: readonly string[];
  readonly jwk?: PublicJwk;
}

/** A compact JWS whose form was checked; nothing in it is proven yet. */
export interface CompactToken {
  readonly raw: string;
  readonly header: TokenHeader;
  readonly payload: JsonObject;
  /** The part of `raw` that is signed. */
  readonly signingInput: string;
  /** 64 bytes: r and s. */
  readonly signature: Uint8Array;
}

export interface CompactTokenLimits {
  readonly maxBytes: number;
  /** True for DPoP proofs alone: `jwk` stands where other tokens have `kid`. */
  readonly keyInHeader?: boolean;
}

export declare function parseCompactToken(raw: string, limits: CompactTokenLimits): CompactToken | Refusal;
