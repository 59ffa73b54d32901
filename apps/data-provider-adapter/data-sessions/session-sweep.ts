import { Injectable } from '@nestjs/common';
import { addDuration, addSeconds } from '#domain';
import { Clock, Database } from '#platform';
import { DataSessionStore } from './data-session-store.ts';
import { SessionConclusion } from './session-conclusion.ts';
import { SpoolStore } from './spool-store.ts';

const batch = 200;
/** A proof is refused for its age well before it is forgotten, whatever two clocks say. */
const proofsKeptSeconds = 600;
/** As long as somebody may ask what became of a session; what was released is on record for longer. */
const sessionsKept = 'P90D';

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
    await this.spool.deleteOldSessions(addDuration(now, sessionsKept, -1));
    await this.sessions.removeOldProofs(addSeconds(now, -proofsKeptSeconds));
  }
}
