import { Injectable } from '@nestjs/common';
import { RefusedError, refuse } from '#domain';
import { Database, type EventHandler } from '#platform';
import { DataSessionStore } from './data-session-store.ts';
import { FetchQueue } from './fetch-queue.ts';
import { LeaseTimes } from './lease-times.ts';

/** The provider says that a session is ready: whoever waits for it goes on. */
@Injectable()
export class DataSessionEvents {
  constructor(
    private readonly database: Database,
    private readonly sessions: DataSessionStore,
    private readonly queue: FetchQueue,
    private readonly times: LeaseTimes,
  ) {}

  handlers() {
    const ready: EventHandler<'data-session.ready'> = {
      type: 'data-session.ready',
      handle: async (tx, { issuer, state: { sessionId } }) => {
        const own = await this.sessions.wake(tx, sessionId, issuer, this.times.now());
        if (!own) throw new RefusedError(refuse('event-not-yours', 'not a session of this sender'));
        this.database.afterCommit(tx, () => this.queue.add(sessionId));
      },
    };
    return [ready] as const;
  }
}
