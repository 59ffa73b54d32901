import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { logContext } from '../observation/log-context.ts';
import { pendingSeconds } from './pending-age.ts';
import { type TrailFaultKind, TrailFaults } from './trail-faults.ts';
import { countPending, findOldestPending } from './trail-statements.ts';

const helps: Readonly<Record<TrailFaultKind, string>> = {
  forged: 'Pending entries of the audit trail that this role did not write.',
  lost: 'Entries that went before they were sealed.',
  broken: 'Ways in which the audit trail is not the one that was sealed or signed.',
  contradiction: "Checkpoints of others' audit trails that contradict what was kept.",
};

/** What an operator should be woken for: any of these above 0, but for the pending ones: those where they wait for a minute. */
@Injectable()
export class TrailGauges implements OnModuleInit {
  constructor(
    private readonly faults: TrailFaults,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const observer = logContext.getStore()?.observer;
    if (observer === undefined) return;
    for (const [kind, help] of Object.entries(helps))
      observer.gauge(`audit_trail_${kind}`, help, () => this.faults.count(kind as TrailFaultKind));
    observer.gauge('audit_trail_pending', 'Entries that are not sealed yet.', async () => {
      const [counted] = await this.database.read<{ pending: number }>(countPending);
      return counted?.pending ?? 0;
    });
    observer.gauge('audit_trail_pending_seconds', 'How long the oldest of them has waited: a second or so.', async () =>
      pendingSeconds(await this.database.read<{ entry: string }>(findOldestPending), this.clock.now()),
    );
  }
}
