import { Injectable, type OnModuleInit } from '@nestjs/common';
import { KeyRing } from '../keys/key-ring.ts';
import { NetworkOptions } from '../participant/network-options.ts';
import { JobQueues } from '../queue/job-queues.ts';
import { KeyRotation } from './key-rotation.ts';
import { PendingEvents } from './pending-events.ts';

const LOOK_MS = 1000;
/** By then every replica has seen that a key is compromised, and signs nothing with it any more. */
const LOOKS_FOR_EVENTS = 10;

/** On one replica at a time. */
@Injectable()
export class KeyRotationTimer implements OnModuleInit {
  private readonly looked = new Map<string, number>();

  constructor(
    private readonly rotation: KeyRotation,
    private readonly keyRing: KeyRing,
    private readonly events: PendingEvents,
    private readonly queues: JobQueues,
    private readonly options: NetworkOptions,
  ) {}

  onModuleInit(): void {
    this.queues.every(`${this.options.role}.rotate-keys`, LOOK_MS, () => this.look());
  }

  private async look(): Promise<void> {
    await this.rotation.advance();
    for (const key of this.keyRing.keys()) {
      const looked = this.looked.get(key.kid) ?? 0;
      if (key.state !== 'compromised' || key.use !== 'statement' || looked >= LOOKS_FOR_EVENTS) continue;
      await this.events.signAnew(key);
      this.looked.set(key.kid, looked + 1);
    }
  }
}
