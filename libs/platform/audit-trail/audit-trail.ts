import { Inject, Injectable } from '@nestjs/common';
import { toMilliseconds } from '#domain';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import type { Transaction } from '../database/transaction.ts';
import { type RoleSettings, SETTINGS } from '../settings/role-settings.ts';
import { EntryMac } from './entry-mac.ts';
import { type PreparedEntries, prepareEntries, type TrailNote } from './prepare-entries.ts';
import { trailEntries } from './trail-statements.ts';
import { UnsealedEntries } from './unsealed-entries.ts';

export type { TrailNote } from './prepare-entries.ts';

export interface PreparedTrail extends PreparedEntries {
  /** To be called once they are saved. */
  readonly begin: () => void;
}

/** What this role did with consents and data: written with the act, in its own transaction, and sealed soon after. */
@Injectable()
export class AuditTrail {
  private readonly isKept: boolean;

  /** @throws where it is switched off in a network that is not local */
  constructor(
    private readonly database: Database,
    private readonly mac: EntryMac,
    private readonly unsealed: UnsealedEntries,
    private readonly clock: Clock,
    @Inject(SETTINGS) settings: Pick<RoleSettings, 'AUDIT_TRAIL' | 'NETWORK_IS_LOCAL'>,
  ) {
    this.isKept = settings.AUDIT_TRAIL;
    if (!this.isKept && !settings.NETWORK_IS_LOCAL) throw new Error('AUDIT_TRAIL is off: only with NETWORK_IS_LOCAL');
  }

  /**
   * Attached to a statement of the transaction.
   *
   * @returns the entries' ids, by which their proofs are found once they are sealed; none where the trail is off
   */
  write(tx: Transaction, ...notes: readonly TrailNote[]): string[] {
    const { ids, values, begin } = this.prepare(...notes);
    if (ids.length === 0) return [];
    tx.attach(trailEntries, values);
    this.database.afterCommit(tx, begin);
    return [...ids];
  }

  /** For a statement that saves the entries itself, by `insertTrail`, with what they tell of. */
  prepare(...notes: readonly TrailNote[]): PreparedTrail {
    const at = this.clock.now();
    const msecs = toMilliseconds(at);
    const { ids, values } = prepareEntries(this.isKept ? notes : [], at, this.mac);
    return { ids, values, begin: () => this.unsealed.add(ids, msecs) };
  }
}
