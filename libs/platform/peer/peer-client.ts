import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Dispatcher } from 'undici';
import { type ParticipantId, type ParticipantRole, RefusedError, refuse } from '#domain';
import { createCallToken, nodeCryptography, type TrustList } from '#protocol';
import { Clock } from '../clock/clock.ts';
import { readBounded } from '../http/bounded-body.ts';
import { KeyRing } from '../keys/key-ring.ts';
import { logContext } from '../observation/log-context.ts';
import { observed } from '../observation/observed.ts';
import { pathPattern } from '../observation/path-pattern.ts';
import { type RoleSettings, SETTINGS } from '../settings/role-settings.ts';
import { TrustListCache } from '../trust-list/trust-list-cache.ts';
import { isUnreachable, MovedPeers } from './moved-peers.ts';
import type { CallOptions, PeerAnswer, PeerCall } from './peer-call.ts';
import { PeerUnavailable, PeerUnreachable } from './peer-errors.ts';
import { PeerPools } from './peer-pools.ts';
import { readAnswer, refuseProblem } from './read-answer.ts';

const MAX_ANSWER_BYTES = 1_048_576;

/**
 * Calls other participants, at the endpoints of the trust list alone. Trying again is the caller's business; only where
 * nobody is at an address, and a newer list names another, the call goes there.
 *
 * All methods throw PeerRefusal (it said no), PeerUnavailable (no answer, or a fault), RefusedError
 * `participant-not-active` (not listed, not active, or no endpoint for the role).
 */
@Injectable()
export class PeerClient implements OnApplicationShutdown {
  private readonly pools: PeerPools;
  private readonly moved: MovedPeers;

  constructor(
    private readonly trustList: TrustListCache,
    private readonly keyRing: KeyRing,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<RoleSettings, 'PARTICIPANT_ID' | 'NETWORK_IS_LOCAL'>,
  ) {
    this.pools = new PeerPools(settings.NETWORK_IS_LOCAL);
    this.moved = new MovedPeers(() => trustList.refreshSoon());
    trustList.whenChanged((list) => this.pools.keepOnly(originsIn(list)));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pools.close();
  }

  /** POSTs a signed message. @returns the parsed JSON, or the text of an answer that is a signed token */
  async send<A = unknown>(to: ParticipantId, role: ParticipantRole, path: string, signedBody: string): Promise<A> {
    const headers = { 'content-type': 'application/jwt' };
    const answer = await this.exchange(to, role, { method: 'POST', path, headers, body: signedBody });
    return readAnswer(to, answer) as A;
  }

  /** Calls with a `call+jwt` of this participant. @returns as `send` does; undefined for an empty answer */
  async call<A = unknown>(
    to: ParticipantId,
    role: ParticipantRole,
    method: PeerCall['method'],
    path: string,
    options: CallOptions = {},
  ): Promise<A> {
    const body = options.body === undefined ? {} : { body: options.body };
    const headers = {
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...options.headers,
    };
    const proveFor = async (url: string) => {
      const token = await createCallToken({
        signer: this.keyRing.signer('message'),
        issuer: this.settings.PARTICIPANT_ID,
        audience: to,
        method,
        url,
        now: this.clock.now(),
        sha256: nodeCryptography.sha256,
        ...body,
      });
      return { authorization: `Bearer ${token}` };
    };
    return readAnswer(to, await this.exchange(to, role, { method, path, headers, proveFor, ...body })) as A;
  }

  /** Calls with the caller's own headers, e.g. `Authorization: DPoP …`, for answers in bytes. */
  async exchange(to: ParticipantId, role: ParticipantRole, call: PeerCall): Promise<PeerAnswer> {
    const url = await this.urlOf(to, role, call.path);
    const attempt = (address: string) =>
      observed('call', `${call.method} ${pathPattern(call.path)}`, () => this.request(to, address, call));
    const answer = await attempt(url).catch(async (error: unknown) => {
      if (!(error instanceof PeerUnreachable)) throw error;
      await this.moved.doubt(new URL(url).origin);
      const newUrl = await this.urlOf(to, role, call.path);
      if (newUrl === url) throw error;
      return attempt(newUrl);
    });
    refuseProblem(to, answer);
    return answer;
  }

  private async urlOf(to: ParticipantId, role: ParticipantRole, path: string): Promise<string> {
    const participant = await this.trustList.findParticipant(to);
    const endpoint = participant?.endpoints[role];
    if (participant?.status !== 'active' || endpoint === undefined) {
      throw new RefusedError(refuse('participant-not-active', `${to} as ${role}`));
    }
    return `${endpoint}${path}`;
  }

  private async request(to: ParticipantId, address: string, call: PeerCall): Promise<PeerAnswer> {
    const proof = await call.proveFor?.(address);
    const url = new URL(address);
    try {
      const { statusCode, headers, body } = await this.pools.poolFor(url).request({
        method: call.method,
        path: `${url.pathname}${url.search}`,
        headers: { accept: 'application/jwt, application/json', ...call.headers, ...proof, ...traceHeader() },
        body: call.body ?? null,
      });
      return {
        status: statusCode,
        headers: single(headers),
        body: await readBounded(body, call.maxBytes ?? MAX_ANSWER_BYTES),
      };
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'no answer';
      const silence = { cause: error };
      throw isUnreachable(error) ? new PeerUnreachable(to, reason, silence) : new PeerUnavailable(to, reason, silence);
    }
  }
}

/** So that the other side's part is found with ours. */
function traceHeader(): Record<string, string> {
  const traceparent = logContext.getStore()?.act?.traceparent;
  return traceparent === undefined ? {} : { traceparent };
}

function originsIn({ participants }: TrustList): Set<string> {
  const endpoints = participants.flatMap((participant) => Object.values(participant.endpoints));
  return new Set(endpoints.map((endpoint) => new URL(endpoint).origin));
}

function single(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const pairs = Object.entries(headers).map(
    ([name, value]) => [name, Array.isArray(value) ? value[0] : value] as const,
  );
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => pair[1] !== undefined));
}
