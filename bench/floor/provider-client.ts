import type { JsonWebKey } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { type FloorSettings, urlOf } from './floor-settings.ts';
import { Peer } from './http.ts';
import { command } from './messages.ts';
import { sha256, TokenSigner } from './tokens.ts';

/** The gateway's calls to the provider, each with the access token and a proof that the token is its own. */
export class ProviderClient {
  private readonly peer: Peer;
  private readonly dpop: TokenSigner;
  readonly jkt: string;

  constructor(
    settings: FloorSettings,
    private readonly signer: TokenSigner,
  ) {
    this.peer = new Peer(urlOf(settings, 'provider'));
    this.dpop = new TokenSigner(settings.keys.dpop);
    this.jkt = sha256(JSON.stringify(this.dpop.publicJwk));
  }

  /** @returns the manifest, or nothing where the provider refuses */
  async open(sessionId: string, accessToken: string, recipientKey: JsonWebKey): Promise<string | undefined> {
    const about = { sessionId, ath: sha256(accessToken), jkt: this.jkt, recipientKey };
    const body = this.signer.sign('data-session-request+jwt', { ...command('gateway', 'provider'), ...about });
    const path = '/data-sessions';
    const headers = { ...this.proof('POST', path, accessToken), 'content-type': 'application/jwt' };
    const { status, bytes } = await this.peer.call({ method: 'POST', path, body, headers });
    if (status === 403) return undefined;
    if (status !== 201) throw new Error(`the provider answers ${status}: ${bytes.toString()}`);
    return (JSON.parse(bytes.toString()) as { manifest: string }).manifest;
  }

  /** @returns nothing where the provider refuses */
  async part(sessionId: string, accessToken: string): Promise<{ sealed: Buffer; statement: string } | undefined> {
    const path = `/data-sessions/${sessionId}/parts/0`;
    const headers = this.proof('GET', path, accessToken);
    const { status, bytes, headers: answered } = await this.peer.call({ method: 'GET', path, headers });
    if (status === 403) return undefined;
    if (status !== 200) throw new Error(`the provider answers ${status}`);
    return { sealed: bytes, statement: `${answered['data-part']}` };
  }

  async acknowledge(sessionId: string, accessToken: string): Promise<void> {
    const path = `/data-sessions/${sessionId}/parts`;
    await this.peer.call({ method: 'DELETE', path, headers: this.proof('DELETE', path, accessToken) });
  }

  private proof(method: string, path: string, accessToken: string): Record<string, string> {
    const iat = Math.floor(Date.now() / 1000);
    const claims = { jti: uuidv7(), htm: method, htu: `${this.peer.url}${path}`, iat, ath: sha256(accessToken) };
    return { authorization: `DPoP ${accessToken}`, dpop: this.dpop.sign('dpop+jwt', claims) };
  }
}
