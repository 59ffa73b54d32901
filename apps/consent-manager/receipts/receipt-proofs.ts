import { Inject, Injectable } from '@nestjs/common';
import { addSeconds, RefusedError, refuse, toMilliseconds } from '#domain';
import { Clock, SETTINGS, TrailCondition, TrailProofs } from '#platform';
import type { ConsentReceipt } from '#protocol';
import type { ConsentManagerSettings } from '../settings/consent-manager.settings.ts';

type TrailEvidence = NonNullable<ConsentReceipt['evidence']['trail']>;

/** Sealing takes about a second, and so does signing. */
const SEALED_AFTER_SECONDS = 2;

/** What a receipt proves of the audit trail: all of it, or nothing. */
@Injectable()
export class ReceiptProofs {
  constructor(
    private readonly proofs: TrailProofs,
    private readonly condition: TrailCondition,
    private readonly clock: Clock,
    @Inject(SETTINGS)
    private readonly settings: Pick<ConsentManagerSettings, 'AUDIT_TRAIL' | 'TRAIL_CHECKPOINT_SECONDS'>,
  ) {}

  /**
   * @param ids of entries; null where none was kept
   * @returns undefined where none was
   * @throws RefusedError `audit-trail-off`, `audit-trail-broken`, `receipt-not-ready` with the time after which the next
   * checkpoint is there
   */
  async prove(ids: readonly (string | null)[]): Promise<TrailEvidence | undefined> {
    if (!this.settings.AUDIT_TRAIL) throw new RefusedError(refuse('audit-trail-off'));
    const kept = ids.filter((id) => id !== null);
    if (kept.length === 0) return undefined;
    const proven = await this.proveEntries(kept);
    if (proven === undefined) {
      const overdue = kept.filter((id) => this.isOverdue(id));
      if (overdue.length > 0 && (await this.condition.isBrokenFor(overdue))) throw broken();
      throw new RefusedError(refuse('receipt-not-ready'), await this.secondsToCheckpoint());
    }
    const { checkpoint, entries } = proven;
    return { checkpoint, entries: entries.map(({ index, entry, path }) => ({ index, entry, path: [...path] })) };
  }

  /** A sealed entry is refused only where the tree is not the one that was signed. */
  private async proveEntries(ids: readonly string[]): ReturnType<TrailProofs['proveEntries']> {
    try {
      return await this.proofs.proveEntries(ids);
    } catch (error) {
      throw error instanceof RefusedError && error.refusal.code === 'not-found' ? broken() : error;
    }
  }

  /** Whether it should be under a checkpoint by now: in its id (UUIDv7) stands when it was written. */
  private isOverdue(id: string): boolean {
    const writtenMs = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
    const patience = 2 * (this.settings.TRAIL_CHECKPOINT_SECONDS + SEALED_AFTER_SECONDS);
    return toMilliseconds(this.clock.now()) - writtenMs > patience * 1000;
  }

  private async secondsToCheckpoint(): Promise<number> {
    const newest = await this.proofs.checkpoint().catch(() => undefined);
    if (newest === undefined) return SEALED_AFTER_SECONDS;
    const due = addSeconds(newest.made_at, this.settings.TRAIL_CHECKPOINT_SECONDS);
    const left = (toMilliseconds(due) - toMilliseconds(this.clock.now())) / 1000;
    return Math.min(Math.max(left, 0), this.settings.TRAIL_CHECKPOINT_SECONDS) + SEALED_AFTER_SECONDS;
  }
}

const broken = () => new RefusedError(refuse('audit-trail-broken'));
