import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { toMilliseconds } from '#domain';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { TrailFaults } from './trail-faults.ts';
import { findKnownIds, takePending } from './trail-statements.ts';
import { UnsealedEntries } from './unsealed-entries.ts';

const LOOK_MS = 10_000;
const LOST_AFTER_MS = 60_000;
const AT_ONCE = 1000;
/** With so many waiting the sealer is behind, and which of them is missing is not known yet. */
const MOST_PENDING = 10_000;

/** In every process, for what it wrote itself: an entry that is neither sealed nor waiting was taken away. */
@Injectable()
export class LostEntries implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('AuditTrail');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly unsealed: UnsealedEntries,
    private readonly faults: TrailFaults,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const look = () =>
      this.look().catch((error: unknown) => this.logger.warn(error, 'whether an entry was lost is not known'));
    this.timer = setInterval(() => void look(), LOOK_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async look(): Promise<void> {
    const before = toMilliseconds(this.clock.now()) - LOST_AFTER_MS;
    for (;;) {
      const old = this.unsealed.olderThan(before, AT_ONCE);
      if (old.length === 0) return;
      const rest = await this.forgetSealed(old);
      if (rest.length > 0) return this.lookFor(rest);
    }
  }

  /** Those that wait are read first: one that is sealed meanwhile is found by the second look. */
  private async lookFor(unsealed: readonly string[]): Promise<void> {
    const waiting = await this.database.read<{ entry: string }>(takePending, [MOST_PENDING]);
    if (waiting.length === MOST_PENDING) return;
    const here = new Set(waiting.map(({ entry }) => idOf(entry)));
    const lost = (await this.forgetSealed(unsealed)).filter((id) => !here.has(id));
    for (const id of lost) await this.faults.tell('lost', `entry ${id}`);
    this.unsealed.sealed(lost);
  }

  /** @returns the others */
  private async forgetSealed(ids: readonly string[]): Promise<string[]> {
    const sealed = new Set((await this.database.read<{ id: string }>(findKnownIds, [ids])).map(({ id }) => id));
    this.unsealed.sealed([...sealed]);
    return ids.filter((id) => !sealed.has(id));
  }
}

/** Someone may have put anything there. */
function idOf(text: string): unknown {
  try {
    return (JSON.parse(text) as { id?: unknown } | null)?.id;
  } catch {
    return undefined;
  }
}
