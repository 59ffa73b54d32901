import { Injectable, Logger } from '@nestjs/common';
import { dataLifeEnds, type RefusedError, type SessionState } from '#domain';
import { AuditTrail } from '#platform';
import { tellNews } from '../api/news.ts';
import { type RefusedBy, refusedBy } from '../refusals/refused-by.ts';
import { DataSessionStore } from './data-session-store.ts';
import { aboutFetched, type FetchedSession } from './fetched-session.ts';
import { type Fetching, orLeaseLost } from './fetching.ts';
import { LeaseTimes } from './lease-times.ts';

/** Ends a session that cannot be completed: what has come of it is deleted, its keys are destroyed. */
@Injectable()
export class SessionFailing {
  private readonly logger = new Logger(SessionFailing.name);

  constructor(
    private readonly sessions: DataSessionStore,
    readonly times: LeaseTimes,
    private readonly trail: AuditTrail,
  ) {}

  async fail(fetching: Fetching, error: RefusedError): Promise<void> {
    await this.end(fetching, 'FAILED', refusedBy(error, fetching.session.manager));
  }

  async expire(fetching: Fetching): Promise<void> {
    const refusal = { by: 'data-user', code: 'use-lapsed', detail: 'it was not fetched in time' } as const;
    await this.end(fetching, 'EXPIRED', refusal);
  }

  private async end({ lease, session, claims }: Fetching, state: SessionState, refusal: RefusedBy): Promise<void> {
    this.logger.warn(`data session ${lease.sessionId} ends ${state}: ${refusal.code}, said by the ${refusal.by}`);
    const noted = this.trail.prepare({ act: 'data.failed', outcome: refusal.code, ...aboutFetched(session) });
    // A provider that says no opens nothing; of one whose answer was lost or out of form it is not known.
    const mayBeOpened = session.opened || (session.work !== 'HOLD' && refusal.by !== 'data-provider');
    const eraseBy = mayBeOpened ? dataLifeEnds(session.createdAt, claims.terms) : null;
    const at = this.times.now();
    orLeaseLost(await this.sessions.recordFailure(lease, { state, refusal, eraseBy, noted, at }));
    const ended = { state, work: 'NONE', recipientKey: null, accessToken: null, refusal } as const;
    tellNews(session.dataRequestId, { ...session, ...ended } satisfies FetchedSession);
  }
}
