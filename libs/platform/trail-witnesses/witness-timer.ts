import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { TrailBroken } from '../audit-trail/trail-broken.ts';
import { TrailFaults } from '../audit-trail/trail-faults.ts';
import { NetworkOptions } from '../participant/network-options.ts';
import { JobQueues } from '../queue/job-queues.ts';
import { type RoleSettings, SETTINGS } from '../settings/role-settings.ts';
import { RegistryWitness } from './registry-witness.ts';
import { TrailWitnesses } from './trail-witnesses.ts';

/** On one replica at a time. */
@Injectable()
export class WitnessTimer implements OnModuleInit {
  constructor(
    private readonly witnesses: TrailWitnesses,
    private readonly registry: RegistryWitness,
    private readonly faults: TrailFaults,
    private readonly queues: JobQueues,
    private readonly options: NetworkOptions,
    @Inject(SETTINGS) private readonly settings: Pick<RoleSettings, 'AUDIT_TRAIL' | 'TRAIL_WITNESS_SECONDS'>,
  ) {}

  onModuleInit(): void {
    const { AUDIT_TRAIL, TRAIL_WITNESS_SECONDS } = this.settings;
    if (!AUDIT_TRAIL) return;
    this.queues.every(`${this.options.role}.tell-witnesses`, TRAIL_WITNESS_SECONDS * 1000, () => this.work());
  }

  private async work(): Promise<void> {
    await this.registry.look();
    try {
      await this.witnesses.handOver();
    } catch (error) {
      if (!(error instanceof TrailBroken)) throw error;
      await this.faults.tell('broken', error.why);
    }
  }
}
