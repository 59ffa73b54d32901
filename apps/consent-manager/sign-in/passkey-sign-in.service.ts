import { Injectable } from '@nestjs/common';
import { isRefusal, orRefuse } from '#domain';
import { type BegunUse, type BrowserCall, Database, type PasskeyAssertion, PasskeyUse } from '#platform';
import { ManagerTrail } from '../audit-trail/manager-trail.ts';
import { type OpenedSession, PrincipalSessions } from '../principal-sessions/principal-sessions.ts';

/** Whoever holds a passkey of a person here is that person: nobody has to say a name. */
@Injectable()
export class PasskeySignIn {
  constructor(
    private readonly database: Database,
    private readonly use: PasskeyUse,
    private readonly sessions: PrincipalSessions,
    private readonly trail: ManagerTrail,
  ) {}

  begin(call: BrowserCall): Promise<BegunUse> {
    return this.use.begin({ purpose: 'sign-in' }, call);
  }

  /** @throws RefusedError `passkey-refused`, alike for whatever is wrong */
  async signIn(ceremonyId: string, response: PasskeyAssertion, { agent }: BrowserCall): Promise<OpenedSession> {
    const outcome = await this.database.transaction(async (tx) => {
      const answer = { purpose: 'sign-in', ceremonyId, response, owner: { kind: 'principal' } } as const;
      const used = await this.use.finish(tx, answer);
      if (isRefusal(used)) return used;
      this.trail.write(tx, { act: 'passkey.used', principal: used.owner.id, about: used.id });
      return this.sessions.open(tx, used.owner.id, { method: 'passkey', agent });
    });
    return orRefuse(outcome);
  }
}
