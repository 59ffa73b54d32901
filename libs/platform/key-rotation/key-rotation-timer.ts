import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NetworkOptions } from '../participant/network-options.ts';
import { JobQueues } from '../queue/job-queues.ts';
import { KeyRotation } from './key-rotation.ts';

const LOOK_MS = 1000;

/** On one replica at a time. */
@Injectable()
export class KeyRotationTimer implements OnModuleInit {
  constructor(
    private readonly rotation: KeyRotation,
    private readonly queues: JobQueues,
    private readonly options: NetworkOptions,
  ) {}

  onModuleInit(): void {
    this.queues.every(`${this.options.role}.rotate-keys`, LOOK_MS, () => this.rotation.advance());
  }
}
