import { Injectable } from '@nestjs/common';
import { RefusedError, refuse } from '#domain';
import { waitUntil } from '../api/wait-until.ts';
import { DataSessionStore } from '../data-sessions/data-session-store.ts';
import { HandOverStore } from '../hand-over/hand-over-store.ts';
import { DataRequestStore } from './data-request-store.ts';
import { type DataRequestView, describeDataRequest, isSettled } from './describe-data-request.ts';

/** Says where data requests stand. */
@Injectable()
export class DataRequestReading {
  constructor(
    private readonly requests: DataRequestStore,
    private readonly sessions: DataSessionStore,
    private readonly handOvers: HandOverStore,
  ) {}

  /** @param waitSeconds how long to wait until all is settled @throws RefusedError `not-found` */
  async describe(id: string, waitSeconds = 0): Promise<DataRequestView> {
    const read = async () => {
      const asked = await this.requests.find(id);
      if (asked === undefined) throw new RefusedError(refuse('not-found', id));
      const sessions = await this.sessions.listOfRequest(id);
      const handOvers = await this.handOvers.listOfSessions(sessions.map((session) => session.id));
      return describeDataRequest(asked, sessions, handOvers);
    };
    return waitUntil(id, read, ({ state }) => isSettled(state), waitSeconds);
  }
}
