import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { NetworkOptions } from '../participant/network-options.ts';
import { JobQueues } from '../queue/job-queues.ts';
import { type RoleSettings, SETTINGS } from '../settings/role-settings.ts';
import { CheckpointSigner } from './checkpoint-signer.ts';
import { TrailBroken } from './trail-broken.ts';
import { TrailFaults } from './trail-faults.ts';
import { TrailSealer } from './trail-sealer.ts';

const SEAL_MS = 1000;

/** Seals and signs, on one replica at a time; a trail that is not what it was stops it. */
@Injectable()
export class TrailTimer implements OnModuleInit {
  constructor(
    private readonly sealer: TrailSealer,
    private readonly signer: CheckpointSigner,
    private readonly faults: TrailFaults,
    private readonly queues: JobQueues,
    private readonly options: NetworkOptions,
    @Inject(SETTINGS) private readonly settings: Pick<RoleSettings, 'AUDIT_TRAIL'>,
  ) {}

  onModuleInit(): void {
    if (!this.settings.AUDIT_TRAIL) return;
    this.queues.every(`${this.options.role}.seal-audit-trail`, SEAL_MS, () => this.work());
  }

  async work(): Promise<void> {
    try {
      await this.sealer.seal();
      await this.signer.signIfDue();
    } catch (error) {
      if (!(error instanceof TrailBroken)) throw error;
      const where = error.index === undefined ? '' : ` (entry ${error.index})`;
      await this.faults.tell('broken', `${error.why}${where}`);
    }
  }
}
