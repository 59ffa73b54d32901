import { Injectable } from '@nestjs/common';
import { RefusedError, refuse } from '#domain';
import { waitUntil } from '../api/wait-until.ts';
import type { SessionStanding } from '../data-sessions/fetched-session.ts';
import type { DataRequestStanding } from './asked-data.ts';
import { DataRequestStore } from './data-request-store.ts';
import { type DataRequestView, describeDataRequest, isSettled } from './describe-data-request.ts';

/** Says where data requests stand. */
@Injectable()
export class DataRequestReading {
  constructor(private readonly requests: DataRequestStore) {}

  /** @param waitSeconds how long to wait until all is settled @throws RefusedError `not-found` */
  async describe(id: string, waitSeconds = 0): Promise<DataRequestView> {
    return this.settle(await this.find(id), waitSeconds);
  }

  /** @param standing where it stood a moment ago: it is read again only where nobody here tells what became of it */
  settle(standing: DataRequestStanding, waitSeconds = 0): Promise<DataRequestView> {
    const { id } = standing.asked;
    let known = standing;
    let isFirst = true;
    const read = async (ended: unknown) => {
      if (ended !== undefined) known = withEnded(known, ended as SessionStanding);
      else if (!isFirst) known = await this.find(id);
      isFirst = false;
      return describeDataRequest(known);
    };
    return waitUntil(id, read, ({ state }) => isSettled(state), waitSeconds);
  }

  private async find(id: string): Promise<DataRequestStanding> {
    const standing = await this.requests.find(id);
    if (standing === undefined) throw new RefusedError(refuse('not-found', id));
    return standing;
  }
}

function withEnded(standing: DataRequestStanding, ended: SessionStanding): DataRequestStanding {
  const sessions = standing.sessions.map((session) => (session.id === ended.id ? ended : session));
  return { ...standing, sessions };
}
