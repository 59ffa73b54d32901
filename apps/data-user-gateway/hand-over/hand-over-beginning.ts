import { Injectable, Logger } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { ConsentMode, SessionState } from '#domain';
import type { HandOverPlace } from './hand-over.ts';
import { HandOverPlaces } from './hand-over-places.ts';
import { HandOverQueue } from './hand-over-queue.ts';

/** A hand-over that is to be written down with the end of its session. */
export interface NewHandOver extends HandOverPlace {
  readonly id: string;
}

/** What begins when a session is complete: its records go where the settings say. */
@Injectable()
export class HandOverBeginning {
  private readonly logger = new Logger(HandOverBeginning.name);

  constructor(
    private readonly places: HandOverPlaces,
    private readonly queue: HandOverQueue,
  ) {}

  draw(state: SessionState, mode: ConsentMode): NewHandOver[] {
    if (state !== 'COMPLETED' && state !== 'PARTIAL') return [];
    return this.places.of(mode).map((place) => ({ id: uuidv7(), ...place }));
  }

  /** Once they are written down; what the queue does not take the sweep finds. */
  async begin(handOvers: readonly NewHandOver[]): Promise<void> {
    for (const { id } of handOvers) {
      await this.queue.add({ id, state: 'WAITING' }).catch((error: unknown) => {
        this.logger.warn(error, `hand-over ${id} waits for the sweep`);
      });
    }
  }
}
