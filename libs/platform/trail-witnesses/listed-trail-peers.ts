import { Injectable } from '@nestjs/common';
import type { ParticipantId, ParticipantRole } from '#domain';
import { PeerClient } from '../peer/peer-client.ts';
import { readAnswer } from '../peer/read-answer.ts';
import { TrailPeers } from './trail-peers.ts';

/** By the trust list. */
@Injectable()
export class ListedTrailPeers extends TrailPeers {
  constructor(private readonly peers: PeerClient) {
    super();
  }

  async get(issuer: ParticipantId, role: ParticipantRole, path: string): Promise<unknown> {
    return readAnswer(issuer, await this.peers.exchange(issuer, role, { method: 'GET', path }));
  }
}
