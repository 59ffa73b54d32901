import { Injectable } from '@nestjs/common';
import { type Instant, isRefusal, orRefuse } from '#domain';
import { type Contact, Database } from '#platform';
import { OneTimeCodes } from '../one-time-codes/one-time-codes.ts';
import { type OpenedSession, PrincipalSessions } from '../principal-sessions/principal-sessions.ts';
import { Principals } from '../principals/principals.ts';

export interface SignInAttempt {
  readonly signInId: string;
  readonly code: string;
  /** The part before the @, for one who was not here before. */
  readonly principal?: string | undefined;
}

/** Whoever reads what is sent to a contact is the person it belongs to; a new contact makes a new person. */
@Injectable()
export class SignInService {
  constructor(
    private readonly database: Database,
    private readonly codes: OneTimeCodes,
    private readonly principals: Principals,
    private readonly sessions: PrincipalSessions,
  ) {}

  /**
   * Alike for contacts that are known and that are not: both get a code.
   * @param from where the call came from
   */
  async sendCode(contact: Contact, from: string): Promise<{ signInId: string; expiresAt: Instant }> {
    const { id, expiresAt } = await this.codes.send(contact, { from, about: 'to sign in' });
    return { signInId: id, expiresAt };
  }

  async signIn(
    { signInId, code, principal }: SignInAttempt,
    from: string,
    agent: string | undefined,
  ): Promise<OpenedSession> {
    const outcome = await this.database.transaction(async (tx) => {
      const contact = await this.codes.check(tx, { signInId }, code, from);
      if (isRefusal(contact)) return contact;
      const principalId = await this.principals.recognise(tx, contact, principal);
      return this.sessions.open(tx, principalId, { method: 'one-time-code', agent });
    });
    return orRefuse(outcome);
  }
}
