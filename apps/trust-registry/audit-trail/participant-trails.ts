import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type ParticipantId, type ParticipantRole, RefusedError, refuse } from '#domain';
import { PeerPools, type RoleSettings, readAnswer, readBounded, refuseProblem, SETTINGS, TrailPeers } from '#platform';
import { ListedParticipants } from '../participants/listed-participants.ts';

const ANSWER_BYTES = 65_536;
const PATIENCE_MS = 5000;

/** A registry has no list to go by but its own: it asks those who are active, at the addresses listed there. */
@Injectable()
export class ParticipantTrails extends TrailPeers implements OnApplicationShutdown {
  private readonly pools: PeerPools;

  constructor(
    private readonly listed: ListedParticipants,
    @Inject(SETTINGS) { NETWORK_IS_LOCAL }: Pick<RoleSettings, 'NETWORK_IS_LOCAL'>,
  ) {
    super();
    this.pools = new PeerPools(NETWORK_IS_LOCAL);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pools.close();
  }

  async get(issuer: ParticipantId, role: ParticipantRole, path: string): Promise<unknown> {
    const participant = await this.listed.find(issuer);
    const address = participant?.endpoints[role];
    if (participant?.status !== 'active' || address === undefined)
      throw new RefusedError(refuse('participant-not-active', `${issuer} as ${role}`));
    const url = new URL(`${address}${path}`);
    const { statusCode, headers, body } = await this.pools.poolFor(url).request({
      method: 'GET',
      path: `${url.pathname}${url.search}`,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const type = headers['content-type'];
    const answer = {
      status: statusCode,
      headers: typeof type === 'string' ? { 'content-type': type } : {},
      body: await readBounded(body, ANSWER_BYTES),
    };
    refuseProblem(issuer, answer);
    return readAnswer(issuer, answer);
  }
}
