import { Injectable } from '@nestjs/common';
import { RefusedError, refuse } from '#domain';
import { Clock, type PeerAnswer, type PeerCall, PeerClient, PeerRefusal } from '#platform';
import {
  createDpopProof,
  type DataSessionAnswer,
  dataSessionAnswer,
  maxPartBytes,
  nodeCryptography,
  parseStrictJson,
} from '#protocol';
import { DpopKey } from '../data-keys/dpop-key.ts';
import type { Fetching } from './fetching.ts';
import { SessionTokens } from './session-tokens.ts';

type Call = Omit<PeerCall, 'body'> & { readonly body?: (accessToken: string) => Promise<string> };

/** A part as it came, with the provider's statement about it; nothing in it is verified yet. */
export interface FetchedPart {
  readonly sealed: Uint8Array;
  readonly statement: string;
  readonly accessToken: string;
}

/**
 * Speaks to data providers under a session's access token, with a DPoP proof (RFC 9449) for each call.
 * All methods throw RefusedError (PeerRefusal, PeerUnavailable).
 */
@Injectable()
export class DataProviderClient {
  constructor(
    private readonly peers: PeerClient,
    private readonly tokens: SessionTokens,
    private readonly dpop: DpopKey,
    private readonly clock: Clock,
  ) {}

  /** @param command makes the data-session-request+jwt that goes with a token */
  async open(fetching: Fetching, command: (accessToken: string) => Promise<string>): Promise<DataSessionAnswer> {
    const headers = { 'content-type': 'application/jwt' };
    return this.asAnswer(fetching, { method: 'POST', path: '/data-sessions', headers, body: command });
  }

  async status(fetching: Fetching): Promise<DataSessionAnswer> {
    return this.asAnswer(fetching, { method: 'GET', path: `/data-sessions/${fetching.session.id}` });
  }

  async part(fetching: Fetching, n: number): Promise<FetchedPart> {
    const path = `/data-sessions/${fetching.session.id}/parts/${n}`;
    const headers = { accept: 'application/octet-stream' };
    const { accessToken, answer } = await this.call(fetching, {
      ...{ method: 'GET', path, headers },
      maxBytes: maxPartBytes + 1024,
    });
    return { sealed: answer.body, statement: answer.headers['data-part'] ?? '', accessToken };
  }

  /** Everything has come: the provider may drop what it kept. */
  async acknowledge(fetching: Fetching): Promise<void> {
    await this.call(fetching, { method: 'DELETE', path: `/data-sessions/${fetching.session.id}/parts` });
  }

  private async asAnswer(fetching: Fetching, call: Call): Promise<DataSessionAnswer> {
    const { answer } = await this.call(fetching, { ...call, maxBytes: 4_194_304 });
    const parsed = dataSessionAnswer.safeParse(parseStrictJson(answer.body));
    if (parsed.success && parsed.data.sessionId === fetching.session.id) return parsed.data;
    throw new RefusedError(refuse('peer-refused', `${fetching.session.provider}: its answer is out of form`));
  }

  /** A token the provider does not take is renewed once: its clock may run ahead of ours. */
  private async call(fetching: Fetching, call: Call): Promise<{ accessToken: string; answer: PeerAnswer }> {
    const accessToken = await this.tokens.current(fetching);
    try {
      return { accessToken, answer: await this.callWith(accessToken, fetching, call) };
    } catch (error) {
      if (!(error instanceof PeerRefusal) || error.code !== 'access-token-invalid') throw error;
      const renewed = await this.tokens.renew(fetching);
      return { accessToken: renewed, answer: await this.callWith(renewed, fetching, call) };
    }
  }

  private async callWith(accessToken: string, { session }: Fetching, { body, ...call }: Call): Promise<PeerAnswer> {
    const { provider } = session;
    const proveFor = async (url: string) => {
      const now = this.clock.now();
      const { signer } = this.dpop;
      const proof = { signer, method: call.method, url, accessToken, now, sha256: nodeCryptography.sha256 };
      const dpop = await createDpopProof(proof);
      return { authorization: `DPoP ${accessToken}`, dpop };
    };
    const sent = body === undefined ? {} : { body: await body(accessToken) };
    return this.peers.exchange(provider, 'data-provider', { ...call, ...sent, proveFor });
  }
}
