import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { addSeconds, type Instant, type ParticipantId, type ParticipantRole } from '#domain';
import { nodeSha256, verifyConsistency } from '#protocol';
import { bytesOf } from '../audit-trail/trail-check.ts';
import { TrailFaults } from '../audit-trail/trail-faults.ts';
import { judgeWitnessed, listUnlinked, listUnlinkedTrails } from '../audit-trail/witness-statements.ts';
import { WitnessedCheckpoints, type WitnessedStand } from '../audit-trail/witnessed-checkpoints.ts';
import { followLinks } from '../audit-trail/witnessed-links.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { NetworkOptions } from '../participant/network-options.ts';
import { JobQueues } from '../queue/job-queues.ts';
import { type RoleSettings, SETTINGS } from '../settings/role-settings.ts';
import { TrailPeers } from './trail-peers.ts';

/** Of one trail at a time. */
const AT_ONCE = 20;
/** Whoever handed a checkpoint over can be asked about it soon. */
const GRACE_SECONDS = 86_400;

interface WitnessedTrail {
  readonly issuer: ParticipantId;
  readonly role: ParticipantRole;
}
type UnlinkedRow = WitnessedStand & { readonly received_at: Instant };

/**
 * Asks the roles whose checkpoints came without a proof from what is kept here (a hand-over was lost, or is made up) for
 * that proof. Where it does not hold they contradict each other; where none comes for a day, that is told as well.
 */
@Injectable()
export class CheckpointLinks implements OnModuleInit {
  private readonly logger = new Logger('AuditTrail');

  constructor(
    private readonly witnessed: WitnessedCheckpoints,
    private readonly peers: TrailPeers,
    private readonly faults: TrailFaults,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly queues: JobQueues,
    private readonly options: NetworkOptions,
    @Inject(SETTINGS) private readonly settings: Pick<RoleSettings, 'AUDIT_TRAIL' | 'TRAIL_WITNESS_SECONDS'>,
  ) {}

  onModuleInit(): void {
    const { AUDIT_TRAIL, TRAIL_WITNESS_SECONDS } = this.settings;
    if (!AUDIT_TRAIL) return;
    this.queues.every(`${this.options.role}.link-checkpoints`, TRAIL_WITNESS_SECONDS * 1000, () => this.look());
  }

  async look(): Promise<void> {
    for (const trail of await this.database.read<WitnessedTrail>(listUnlinkedTrails)) {
      try {
        await this.ask(trail);
      } catch (error) {
        this.logger.warn(error, `how the checkpoints of ${trail.issuer} belong together is not known`);
      }
      await this.tellOverdue(trail);
    }
  }

  /** One after the other: what is learnt of one often says it of the next. */
  private async ask(trail: WitnessedTrail): Promise<void> {
    for (let n = 0; n < AT_ONCE; n++) {
      const [unlinked] = await this.unlinkedOf(trail);
      const newest = await this.witnessed.findNewest(trail.issuer, trail.role);
      if (unlinked === undefined || newest === undefined) return;
      await this.judge(trail, newest, unlinked, await this.isOneTrail(trail, newest, unlinked));
    }
  }

  private async isOneTrail(
    { issuer, role }: WitnessedTrail,
    one: WitnessedStand,
    other: WitnessedStand,
  ): Promise<boolean> {
    const [earlier, later] = one.size < other.size ? [one, other] : [other, one];
    const path = await this.peers.proveConsistency(issuer, role, earlier.size, later.size);
    const claim = {
      from: earlier.size,
      to: later.size,
      fromRoot: bytesOf(earlier.root),
      toRoot: bytesOf(later.root),
      path: path.map(bytesOf),
    };
    return verifyConsistency(claim, nodeSha256);
  }

  private async judge(trail: WitnessedTrail, newest: WitnessedStand, asked: WitnessedStand, isOne: boolean) {
    const { issuer, role } = trail;
    const { size, root, head } = asked;
    await this.database.transaction(async (tx) => {
      await this.witnessed.lock(tx, issuer);
      // Another has come since: what was asked for does not begin or end there, and is asked for again.
      if ((await this.witnessed.findNewest(issuer, role, tx))?.token !== newest.token) return;
      tx.write(judgeWitnessed, [issuer, role, size, root, head, isOne]);
      if (!isOne) {
        const detail = `${issuer} as ${role}, checkpoint of ${size}: it is not of one trail with that of ${newest.size}`;
        this.faults.tellWith(tx, 'contradiction', detail);
      }
      await followLinks(tx, issuer, role);
    });
  }

  /** Said once for each that nothing is proven to extend. */
  private async tellOverdue(trail: WitnessedTrail): Promise<void> {
    const { issuer, role } = trail;
    const unlinked = await this.unlinkedOf(trail);
    const before = addSeconds(this.clock.now(), -GRACE_SECONDS);
    if (!unlinked.some(({ received_at }) => received_at < before)) return;
    const size = (await this.witnessed.findNewest(issuer, role))?.size;
    const detail = `${issuer} as ${role}: for a day it has not proven that other checkpoints are of one trail with that of ${size}`;
    await this.faults.tell('contradiction', detail);
  }

  private unlinkedOf({ issuer, role }: WitnessedTrail): Promise<UnlinkedRow[]> {
    return this.database.read<UnlinkedRow>(listUnlinked, [issuer, role, AT_ONCE]);
  }
}
