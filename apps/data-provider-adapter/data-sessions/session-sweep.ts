import { Injectable } from '@nestjs/common';
import { addSeconds } from '#domain';
import { Clock, Database } from '#platform';
import { DataSessionStore } from './data-session-store.ts';
import { SessionConclusion } from './session-conclusion.ts';
import { SpoolStore } from './spool-store.ts';

const batch = 200;
/** A proof is refused for its age well before it is forgotten, whatever two clocks say. */
const proofsKeptSeconds = 600;

/** Ends sessions whose time is over, and deletes what nobody may fetch any more. */
@Injectable()
export class SessionSweep {
  constructor(
    private readonly spool: SpoolStore,
    private readonly sessions: DataSessionStore,
    private readonly conclusion: SessionConclusion,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async sweep(): Promise<void> {
    const now = this.clock.now();
    for (const id of await this.spool.listOverdue(now, batch)) {
      await this.database.transaction((tx) => this.conclusion.breakOff(tx, id, 'Not fetched in time.', 'EXPIRED'));
    }
    await this.spool.deleteLapsedParts(now);
    await this.sessions.removeOldProofs(addSeconds(now, -proofsKeptSeconds));
  }
}
