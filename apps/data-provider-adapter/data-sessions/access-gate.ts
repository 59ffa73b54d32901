import { Injectable } from '@nestjs/common';
import { isRefusal, type Refusal, refuse } from '#domain';
import { CallRates, OwnAddress, Verifier } from '#platform';
import { type VerifiedAccessToken, verifyDpopProof } from '#protocol';
import type { SeenProof } from './data-session-store.ts';
import { KnownTokens } from './known-tokens.ts';

/** How a call shows what it may have: `Authorization: DPoP …` and its proof. */
export interface ShownAccess {
  readonly method: string;
  /** Path and query as called. */
  readonly path: string;
  readonly authorization: string | undefined;
  readonly dpop: string | undefined;
}

export interface VerifiedAccess {
  readonly token: VerifiedAccessToken;
  /** Bound to the token and to this call; whether it was seen before is the store's question. */
  readonly proof: SeenProof;
}

/** Verifies access tokens and the proofs that they are in the right hands (RFC 9449). */
@Injectable()
export class AccessGate {
  private readonly tokens = new KnownTokens();

  constructor(
    private readonly verifier: Verifier,
    private readonly address: OwnAddress,
    private readonly rates: CallRates,
  ) {}

  async verify({ method, path, authorization, dpop }: ShownAccess): Promise<VerifiedAccess | Refusal> {
    const raw = /^DPoP ([\w.-]+)$/i.exec(authorization ?? '')?.[1];
    if (raw === undefined) return refuse('access-token-invalid', 'there is none');
    const context = this.verifier.context();
    const token = await this.tokens.verify(raw, context);
    if (isRefusal(token)) return token;
    if (dpop === undefined) return refuse('proof-of-possession-invalid', 'there is none');
    const { now, skewSeconds, cryptography } = context;
    const proof = await verifyDpopProof({
      proof: dpop,
      method,
      url: `${this.address.url()}${path}`,
      accessToken: raw,
      now,
      ...(skewSeconds === undefined ? {} : { skewSeconds }),
      ...(cryptography === undefined ? {} : { cryptography }),
    });
    if (isRefusal(proof)) return proof;
    if (proof.jkt !== token.jkt) return refuse('proof-of-possession-invalid', 'jkt');
    await this.rates.countParticipant(token.authorization.dataUser);
    return { token, proof };
  }
}
