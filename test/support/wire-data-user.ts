import { randomUUID } from 'node:crypto';
import type { ConsentTerms, DataRange, DataTypeTerm, Instant } from '#domain';
import {
  type AuthorisedSession,
  createCallToken,
  createDpopProof,
  createRecipientKey,
  type DataRequestAnswer,
  dataRequestMessage,
  dataSessionRequestMessage,
  nodeCryptography,
  type Signer,
  sha256Base64url,
} from '#protocol';
import { getMember, urlOf } from '../../apps/network-node/network/member.ts';
import { type Answer, Impostor, sendTo } from './impostor.ts';
import type { TestNetwork } from './test-network.ts';

export interface DataAsk {
  readonly consentId: string;
  readonly dataTypes: readonly DataTypeTerm[];
  readonly dataRange: DataRange;
}

export const allOf = (consentId: string, { dataTypes, dataRange }: ConsentTerms): DataAsk => ({
  consentId,
  dataTypes,
  dataRange,
});

/** A data user without a gateway: every message by hand, so that each can be wrong. */
export class WireDataUser {
  private constructor(
    private readonly test: TestNetwork,
    readonly self: Impostor,
    readonly dpop: Signer,
  ) {}

  static async create(test: TestNetwork, name = 'lender'): Promise<WireDataUser> {
    const dpop = await nodeCryptography.createSigner(await nodeCryptography.generateKey());
    return new WireDataUser(test, await Impostor.of(test.network, name), dpop);
  }

  get now(): Instant {
    return this.test.clock.now();
  }

  idOf(name: string): string {
    return getMember(this.test.network, name).id;
  }

  /** The `data-request+jwt`; the same `requestId` for a retry. */
  dataRequest(ask: DataAsk, requestId: string = randomUUID()): Promise<string> {
    const fields = { ...ask, dataTypes: ask.dataTypes.map(copy), jkt: this.dpop.kid };
    return this.self.message(dataRequestMessage, fields, this.idOf('saathi'), this.now, { requestId });
  }

  async request(ask: DataAsk, requestId?: string): Promise<Answer> {
    return sendTo(this.test.network, 'saathi', 'POST', '/data-requests', await this.dataRequest(ask, requestId));
  }

  /** @throws where it was refused */
  async authorised(ask: DataAsk): Promise<AuthorisedSession> {
    const { status, body, code } = await this.request(ask);
    const [session] = (body as DataRequestAnswer).sessions ?? [];
    if (status !== 201 || session === undefined) throw new Error(`the data request was answered ${status} ${code}`);
    return session;
  }

  /** The `data-session-request+jwt`, signed by whoever is named. */
  async sessionRequest(
    session: AuthorisedSession,
    signedBy: Impostor = this.self,
    issuer = signedBy.id,
  ): Promise<string> {
    const fields = {
      sessionId: session.sessionId,
      ath: sha256Base64url(session.accessToken),
      jkt: this.dpop.kid,
      recipientKey: (await createRecipientKey()).jwk,
    };
    const change = { signer: signedBy.signer('message'), issuer };
    return signedBy.message(dataSessionRequestMessage, fields, this.idOf('bank'), this.now, change);
  }

  async open(session: AuthorisedSession, body?: string): Promise<Answer> {
    return this.atBank('POST', '/data-sessions', session.accessToken, body ?? (await this.sessionRequest(session)));
  }

  part(session: AuthorisedSession, n: number): Promise<Answer> {
    return this.atBank('GET', `/data-sessions/${session.sessionId}/parts/${n}`, session.accessToken);
  }

  async renewToken(sessionId: string): Promise<Answer> {
    const path = `/data-sessions/${sessionId}/token`;
    const token = await createCallToken({
      signer: this.self.signer('message'),
      issuer: this.self.id,
      audience: this.idOf('saathi'),
      method: 'POST',
      url: `${urlOf(this.test.network, 'saathi')}${path}`,
      now: this.now,
    });
    return sendTo(this.test.network, 'saathi', 'POST', path, undefined, { authorization: `Bearer ${token}` });
  }

  /** A call with the access token and a proof by the key it is bound to, or by another. */
  async atBank(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    accessToken: string,
    body?: string,
    by = this.dpop,
  ): Promise<Answer> {
    const url = `${urlOf(this.test.network, 'bank')}${path}`;
    const proof = await createDpopProof({ signer: by, method, url, accessToken, now: this.now });
    return sendTo(this.test.network, 'bank', method, path, body, { authorization: `DPoP ${accessToken}`, dpop: proof });
  }
}

const copy = ({ type, fields }: DataTypeTerm) => (fields === undefined ? { type } : { type, fields: [...fields] });
