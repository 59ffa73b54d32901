import { Inject, Injectable } from '@nestjs/common';
import { RefusedError, refuse } from '#domain';
import { type BrowserCall, Database, SETTINGS } from '#platform';
import { type OpenedSession, PrincipalSessions } from '../principal-sessions/principal-sessions.ts';
import { Principals } from '../principals/principals.ts';
import type { ConsentManagerSettings } from '../settings/consent-manager.settings.ts';

/** Opens a session for the person of a demonstration: nobody proves anything. */
@Injectable()
export class DemoSignInService {
  constructor(
    private readonly database: Database,
    private readonly principals: Principals,
    private readonly sessions: PrincipalSessions,
    @Inject(SETTINGS) private readonly settings: ConsentManagerSettings,
  ) {}

  /** @throws RefusedError `not-found` where the switch is off: as where there is no such address */
  async open({ agent }: BrowserCall): Promise<OpenedSession> {
    const { DEMO_SIGN_IN, DEMO_PERSON_EMAIL: value } = this.settings;
    if (!DEMO_SIGN_IN || value === undefined) throw new RefusedError(refuse('not-found'));
    return this.database.transaction(async (tx) => {
      const principalId = await this.principals.recognise(tx, { kind: 'email', value });
      return this.sessions.open(tx, principalId, { method: 'demo', agent });
    });
  }
}
