import { Injectable } from '@nestjs/common';
import { NetworkOptions } from '../participant/network-options.ts';
import { JobQueues } from '../queue/job-queues.ts';
import { Batch } from './batch.ts';

const IDS_PER_JOB = 50;
/** A job costs more than the event it wakes: what comes within this time shares one. */
const PACE_MS = 5;

/** What a job of the delivery queue carries; the events themselves are in the database. */
export interface DeliveryJob {
  readonly ids: readonly string[];
}

/** Wakes the delivery of events that were just saved, or are due again. */
@Injectable()
export class EventWaker {
  readonly queue: string;
  private readonly batch: Batch<string>;

  constructor(queues: JobQueues, options: NetworkOptions) {
    this.queue = `${options.role}.deliver-event`;
    this.batch = new Batch(IDS_PER_JOB, PACE_MS, (ids) => {
      const job: DeliveryJob = { ids };
      // Without an id of its own: a job that a killed process left behind must not stand in for one that wakes more.
      return queues.add(this.queue, job);
    });
  }

  wake(id: string): void {
    this.batch.add(id);
  }
}
