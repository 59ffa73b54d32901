import { Injectable } from '@nestjs/common';
import type { ConsentMode, SessionState } from '#domain';
import { Clock, Database, type Transaction } from '#platform';
import { HandOverPlaces } from './hand-over-places.ts';
import { HandOverQueue } from './hand-over-queue.ts';
import { HandOverStore } from './hand-over-store.ts';

/** Writes down, in the transaction in which a session becomes complete, where its records are to go. */
@Injectable()
export class HandOverBeginning {
  constructor(
    private readonly places: HandOverPlaces,
    private readonly handOvers: HandOverStore,
    private readonly queue: HandOverQueue,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  begin(tx: Transaction, session: { id: string; consentId: string; state: SessionState }, mode: ConsentMode): void {
    if (session.state !== 'COMPLETED' && session.state !== 'PARTIAL') return;
    for (const place of this.places.of(mode)) {
      const id = this.handOvers.add(tx, session, place, this.clock.now());
      this.database.afterCommit(tx, () => this.queue.add({ id, state: 'WAITING' }));
    }
  }
}
