import { Injectable } from '@nestjs/common';
import { RefusedError, refuse } from '#domain';
import { waitUntil } from '../api/wait-until.ts';
import { DataRequestStore } from './data-request-store.ts';
import { type DataRequestView, describeDataRequest, isSettled } from './describe-data-request.ts';

/** Says where data requests stand. */
@Injectable()
export class DataRequestReading {
  constructor(private readonly requests: DataRequestStore) {}

  /** @param waitSeconds how long to wait until all is settled @throws RefusedError `not-found` */
  async describe(id: string, waitSeconds = 0): Promise<DataRequestView> {
    const read = async () => {
      const standing = await this.requests.find(id);
      if (standing === undefined) throw new RefusedError(refuse('not-found', id));
      return describeDataRequest(standing);
    };
    return waitUntil(id, read, ({ state }) => isSettled(state), waitSeconds);
  }
}
