import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { RefusedError } from '#domain';
import { Batch } from '#platform';
import { isTemporary } from '../retries/temporary.ts';
import { DataProviderClient } from './data-provider-client.ts';
import { DataSessionStore } from './data-session-store.ts';
import type { Fetching } from './fetching.ts';
import type { Lease } from './lease.ts';

const MOST_TRIES = 5;

/** Tells providers that everything has come, and writes down for many sessions at once that they know. */
@Injectable()
export class SessionAcknowledging implements BeforeApplicationShutdown {
  private readonly logger = new Logger(SessionAcknowledging.name);
  private readonly told = new Batch<Lease>(500, 40, (leases) => this.record(leases), 40);

  constructor(
    private readonly provider: DataProviderClient,
    private readonly sessions: DataSessionStore,
  ) {}

  beforeApplicationShutdown(): Promise<void> {
    return this.told.settled();
  }

  /** A provider that does not hear of it drops its parts when the session is over. */
  async acknowledge(fetching: Fetching): Promise<void> {
    try {
      await this.provider.acknowledge(fetching);
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      if (isTemporary(error) && fetching.session.tries < MOST_TRIES) throw error;
    }
    this.told.add(fetching.lease);
  }

  /** What could not be written down is told once more when the lease has passed. */
  private async record(leases: readonly Lease[]): Promise<void> {
    try {
      await this.sessions.recordAcknowledged(leases);
    } catch (error) {
      this.logger.error(error, 'acknowledged sessions could not be written down');
    }
  }
}
