import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import type { Transaction } from '../database/transaction.ts';
import { countFaults, insertFault } from './trail-statements.ts';

/**
 * forged: a pending entry was not this role's own. lost: one went before it was sealed. broken: the trail is not the one
 * that was sealed or signed. contradiction: a trail that is witnessed here is not the one it was.
 */
export const trailFaultKinds = ['forged', 'lost', 'broken', 'contradiction'] as const;
export type TrailFaultKind = (typeof trailFaultKinds)[number];

/** Said once in the log, and kept for the doctor and the figures. */
@Injectable()
export class TrailFaults {
  private readonly logger = new Logger('AuditTrail');
  private readonly said = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async tell(kind: TrailFaultKind, detail: string): Promise<void> {
    this.say(kind, detail);
    await this.database.read(insertFault, [kind, detail, this.clock.now()]);
  }

  /** As `tell`, with what else a transaction does. */
  tellWith(tx: Transaction, kind: TrailFaultKind, detail: string): void {
    tx.write(insertFault, [kind, detail, this.clock.now()]);
    this.database.afterCommit(tx, () => this.say(kind, detail));
  }

  /** Those that no operator has acknowledged. */
  async count(kind: TrailFaultKind): Promise<number> {
    const [counted] = await this.database.read<{ faults: number }>(countFaults, [kind]);
    return counted?.faults ?? 0;
  }

  private say(kind: TrailFaultKind, detail: string): void {
    const words = `${kind}: ${detail}`;
    if (this.said.has(words)) return;
    // Whoever forges rows by the million fills the table at most.
    if (this.said.size < 1000) this.said.add(words);
    this.logger.error(`the audit trail was tampered with: ${words}`);
  }
}
