import { Inject, Injectable } from '@nestjs/common';
import { addSeconds, type Instant } from '#domain';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import type { Transaction } from '../database/transaction.ts';
import { type RoleSettings, SETTINGS } from '../settings/role-settings.ts';
import { OwnCheckpoints } from './own-checkpoints.ts';
import type { Ask } from './trail-broken.ts';
import { readEnd, TrailCheck } from './trail-check.ts';
import { findGrowth, insertCheckpoint, lockTrail } from './trail-statements.ts';

interface Growth {
  readonly entries: number;
  readonly signed: number;
  readonly made_at: Instant | null;
}

/** Signs where the trail stands, once it has grown, and never where it does not extend what was signed before. */
@Injectable()
export class CheckpointSigner {
  constructor(
    private readonly database: Database,
    private readonly check: TrailCheck,
    private readonly own: OwnCheckpoints,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Pick<RoleSettings, 'TRAIL_CHECKPOINT_SECONDS'>,
  ) {}

  /** Nothing where it has not grown, or the last one is not old enough. @throws TrailBroken */
  async signIfDue(): Promise<void> {
    const [growth] = await this.database.read<Growth>(findGrowth);
    if (growth !== undefined && this.isDue(growth)) await this.database.transaction((tx) => this.sign(tx));
  }

  /** Fewer entries than were signed are looked into at once. */
  private isDue({ entries, signed, made_at }: Growth): boolean {
    if (entries === signed) return false;
    const now = this.clock.now();
    // One of a clock that was fast holds up no other.
    const isPast = (at: Instant) => at > now || addSeconds(at, this.settings.TRAIL_CHECKPOINT_SECONDS) <= now;
    return entries < signed || made_at === null || isPast(made_at);
  }

  private async sign(tx: Transaction): Promise<void> {
    const ask: Ask = (statement, values) => tx.query(statement, values);
    tx.write(lockTrail);
    const end = await readEnd(ask);
    const last = await this.check.check(ask, end);
    // Another replica may have been faster.
    if (end.size === (last?.claims.size ?? 0)) return;
    const now = this.clock.now();
    const stand = await this.check.checkGrowth(ask, last?.claims, end);
    tx.write(insertCheckpoint, [stand.size, await this.own.sign(stand), now]);
  }
}
