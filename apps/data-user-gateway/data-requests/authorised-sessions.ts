import { Injectable } from '@nestjs/common';
import { Database } from '#platform';
import type { DataRequestAnswer } from '#protocol';
import { HeldConsentStore } from '../consent-artefacts/held-consent-store.ts';
import { DataSessionStore } from '../data-sessions/data-session-store.ts';
import type { AskedData } from './asked-data.ts';
import { DataRequestStore } from './data-request-store.ts';
import { SessionDrafting } from './session-drafting.ts';

/** Writes down the sessions a manager authorised, and has them fetched. */
@Injectable()
export class AuthorisedSessions {
  constructor(
    private readonly database: Database,
    private readonly consents: HeldConsentStore,
    private readonly requests: DataRequestStore,
    private readonly sessions: DataSessionStore,
    private readonly drafting: SessionDrafting,
  ) {}

  async keep(asked: AskedData, { dataRequestId: useId, requestedAt, sessions }: DataRequestAnswer): Promise<void> {
    await this.database.transaction(async (tx) => {
      // Erasing locks the consent too: a session is begun before it or after it, never in the middle.
      await this.consents.lock(tx, asked.consentId);
      if (!(await this.requests.recordUse(tx, asked.id, useId, requestedAt))) return;
      for (const session of sessions) await this.sessions.add(tx, this.drafting.draft(asked, session));
      if (asked.fetch === 'now') this.database.afterCommit(tx, () => this.drafting.wake(sessions));
    });
  }
}
