import { Injectable, Logger } from '@nestjs/common';
import { addDuration, addSeconds, RefusedError, useCovers } from '#domain';
import { isTemporary } from '../retries/temporary.ts';
import { backoffSeconds } from '../retries/try-again.ts';
import { DataSessionStore } from './data-session-store.ts';
import { FetchBeginning } from './fetch-beginning.ts';
import { type Fetching, type LeasedSession, LeaseLost } from './fetching.ts';
import type { Hold } from './lease.ts';
import { NothingNew } from './patience.ts';
import { SessionAcknowledging } from './session-acknowledging.ts';
import { SessionFailing } from './session-failing.ts';
import { SessionFetching } from './session-fetching.ts';

/** One go at a session: takes the lease, does what is to be done, and lets go. */
@Injectable()
export class FetchSessionJob {
  private readonly logger = new Logger(FetchSessionJob.name);

  constructor(
    private readonly sessions: DataSessionStore,
    private readonly beginning: FetchBeginning,
    private readonly fetching: SessionFetching,
    private readonly acknowledging: SessionAcknowledging,
    private readonly failing: SessionFailing,
  ) {}

  run(sessionId: string): Promise<void> {
    return this.beginning.during(sessionId, (fetching) => this.go(fetching));
  }

  /** For a session that was leased as it was written down. */
  runHeld(leased: LeasedSession, hold: Hold): Promise<void> {
    return this.beginning.duringHold(leased, hold, (fetching) => this.go(fetching));
  }

  private async go(fetching: Fetching): Promise<void> {
    try {
      await this.work(fetching).catch((error: unknown) => this.letGo(fetching, error));
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
    }
  }

  private async work(fetching: Fetching): Promise<void> {
    const { state, createdAt } = fetching.session;
    if (state === 'ACTIVE') {
      if (this.failing.times.now() >= addDuration(createdAt, useCovers)) return this.failing.expire(fetching);
      if (fetching.session.work === 'HOLD') return this.putOff(fetching, 3600);
      await this.fetching.fetch(fetching);
    }
    await this.acknowledging.acknowledge(fetching);
  }

  private async letGo(fetching: Fetching, error: unknown): Promise<void> {
    if (error instanceof LeaseLost) throw error;
    const refused = error instanceof RefusedError;
    if (refused && !isTemporary(error) && fetching.session.state === 'ACTIVE')
      return this.failing.fail(fetching, error);
    if (!refused && !(error instanceof NothingNew)) {
      this.logger.error(error, `fetching data session ${fetching.session.id} broke`);
    }
    const retryAfter = refused ? error.retryAfterSeconds : undefined;
    await this.putOff(fetching, retryAfter ?? backoffSeconds(fetching.session.tries));
  }

  private async putOff(fetching: Fetching, seconds: number): Promise<void> {
    const { lease, session } = fetching;
    await this.sessions.putOff(lease, addSeconds(this.failing.times.now(), seconds), session.opened);
  }
}
