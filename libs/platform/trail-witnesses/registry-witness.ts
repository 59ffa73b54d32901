import { Injectable, Logger } from '@nestjs/common';
import type { ParticipantId } from '#domain';
import type { EventState } from '#protocol';
import { WitnessedCheckpoints, type WitnessedStand } from '../audit-trail/witnessed-checkpoints.ts';
import { Database } from '../database/database.ts';
import { PeerRefusal } from '../peer/peer-errors.ts';
import { TrustListCache } from '../trust-list/trust-list-cache.ts';
import { Verifier } from '../trust-list/verifier.ts';
import { TrailPeers } from './trail-peers.ts';

const role = 'trust-registry';

/** A registry hands over to nobody: its checkpoints are fetched, and kept as those that others hand over. */
@Injectable()
export class RegistryWitness {
  private readonly logger = new Logger('AuditTrail');
  private newest = '';

  constructor(
    private readonly peers: TrailPeers,
    private readonly trustList: TrustListCache,
    private readonly witnessed: WitnessedCheckpoints,
    private readonly verifier: Verifier,
    private readonly database: Database,
  ) {}

  /** Nothing where the registry is away, or has no audit trail (yet): it is asked again next time. */
  async look(): Promise<void> {
    const list = this.trustList.current();
    const registry = list?.operator;
    if (registry === undefined || list?.findParticipant(registry)?.endpoints[role] === undefined) return;
    try {
      await this.fetch(registry);
    } catch (error) {
      this.logger.warn(error, 'where the audit trail of the registry stands is not known');
    }
  }

  private async fetch(registry: ParticipantId): Promise<void> {
    const checkpoint = await this.findCheckpoint(registry);
    if (checkpoint === undefined || checkpoint === this.newest) return;
    const context = this.verifier.context();
    const kept = await this.witnessed.findNewest(registry, role);
    if (kept?.token === checkpoint) {
      // A process before this one proved it from the one it kept then: there is nothing new to be proven.
      this.newest = checkpoint;
      return;
    }
    const state = { checkpoint, ...(await this.findPrevious(registry, checkpoint, kept)) };
    await this.database.transaction(async (tx) => {
      await this.witnessed.lock(tx, registry);
      // Another process has kept one since: what was asked for does not begin there, and is asked for again next time.
      if ((await this.witnessed.findNewest(registry, role))?.token !== kept?.token) return;
      await this.witnessed.keep(tx, registry, state, context);
      // Not before it is saved: one that is taken for kept is never asked for again.
      this.database.afterCommit(tx, () => {
        this.newest = checkpoint;
      });
    });
  }

  private async findCheckpoint(registry: ParticipantId): Promise<string | undefined> {
    try {
      return String(await this.peers.get(registry, role, '/audit-trail/checkpoint'));
    } catch (error) {
      if (error instanceof PeerRefusal) return undefined;
      throw error;
    }
  }

  /** The newest that is kept here, and the registry's proof from there. */
  private async findPrevious(
    registry: ParticipantId,
    checkpoint: string,
    kept: WitnessedStand | undefined,
  ): Promise<Pick<EventState<'audit-trail.sealed'>, 'previous'>> {
    const size = await this.witnessed.sizeOf(checkpoint, this.verifier.context());
    if (kept === undefined || kept.size >= size) return {};
    const proof = await this.peers.proveConsistency(registry, role, kept.size, size);
    return { previous: { checkpoint: kept.token, proof } };
  }
}
