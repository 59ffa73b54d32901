import { Injectable } from '@nestjs/common';
import { type ConsentStanding, isTerminal } from '#domain';
import type { Transaction } from '#platform';
import { ConsentFollower } from '../consent-artefacts/consent-follower.ts';
import type { ConsentKey } from '../consent-artefacts/kept-consent.ts';
import { SessionConclusion } from './session-conclusion.ts';
import { SpoolStore } from './spool-store.ts';

/** An ended consent takes its sessions and all that lies sealed along with it, in the transaction that ends it. */
@Injectable()
export class DataSessionFollower extends ConsentFollower {
  constructor(
    private readonly spool: SpoolStore,
    private readonly conclusion: SessionConclusion,
  ) {
    super();
  }

  async standingChanged(tx: Transaction, key: ConsentKey, { state }: ConsentStanding): Promise<void> {
    // What was let go while paused is found by the timer.
    if (state === 'ACTIVE') return this.spool.wakeAll(tx, key);
    if (!isTerminal(state)) return;
    for (const id of await this.spool.empty(tx, key)) {
      await this.conclusion.breakOff(tx, id, 'The consent has ended.');
    }
  }
}
