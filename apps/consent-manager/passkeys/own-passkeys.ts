import { Injectable } from '@nestjs/common';
import { isRefusal, orRefuse, RefusedError, refuse } from '#domain';
import {
  type BegunMaking,
  type BrowserCall,
  Clock,
  Database,
  type Passkey,
  type PasskeyMade,
  PasskeyMaking,
  PasskeyStore,
} from '#platform';
import { checkFreshSignIn } from '../principal-sessions/check-fresh-sign-in.ts';
import { PrincipalSessions } from '../principal-sessions/principal-sessions.ts';
import type { SignedInPrincipal } from '../principal-sessions/signed-in.ts';
import { SignInRecords } from './sign-in-records.ts';

const ownerOf = (principalId: string) => ({ kind: 'principal', id: principalId }) as const;

/** What a person signs in and approves with. */
@Injectable()
export class OwnPasskeys {
  constructor(
    private readonly database: Database,
    private readonly store: PasskeyStore,
    private readonly making: PasskeyMaking,
    private readonly sessions: PrincipalSessions,
    private readonly records: SignInRecords,
    private readonly clock: Clock,
  ) {}

  list(principalId: string): Promise<Passkey[]> {
    return this.store.listOf(ownerOf(principalId));
  }

  /**
   * Who reads her mail is let in, but does not get at what she approves with: that takes the passkey she has.
   *
   * @throws RefusedError `passkey-required`
   */
  async checkMayChange({ principalId, method }: SignedInPrincipal): Promise<void> {
    if (method === 'passkey' || method === 'recovery-code') return;
    if ((await this.list(principalId)).length > 0) throw new RefusedError(refuse('passkey-required'));
  }

  async begin(person: SignedInPrincipal, call: BrowserCall): Promise<BegunMaking> {
    await this.checkMayChange(person);
    return this.making.begin(ownerOf(person.principalId), person.principalId, call);
  }

  async finish(
    person: SignedInPrincipal,
    answer: { readonly ceremonyId: string; readonly response: PasskeyMade; readonly name: string },
  ): Promise<Passkey> {
    await this.checkMayChange(person);
    const { principalId, sessionId } = person;
    const outcome = await this.database.transaction(async (tx) => {
      const made = await this.making.finish(tx, ownerOf(principalId), answer);
      if (isRefusal(made)) return made;
      // She has just shown it: what needs it may be done in this session.
      this.sessions.noteMethod(tx, sessionId, 'passkey');
      this.records.keep(tx, principalId, 'passkey.made', made);
      return made;
    });
    return orRefuse(outcome);
  }

  /**
   * With the last one end the sessions that were opened by one, this one too: nothing is left that they rest on.
   *
   * @throws RefusedError `not-found` alike for another person's, `passkey-required`, `sign-in-not-fresh`
   */
  async remove(person: SignedInPrincipal, id: string): Promise<void> {
    checkFreshSignIn(person, this.clock.now());
    await this.checkMayChange(person);
    const { principalId } = person;
    await this.database.transaction(async (tx) => {
      const held = await this.store.hold(tx, ownerOf(principalId));
      const passkey = held.find((one) => one.id === id);
      if (passkey === undefined) throw new RefusedError(refuse('not-found'));
      await this.store.remove(tx, ownerOf(principalId), id);
      this.records.keep(tx, principalId, 'passkey.removed', passkey);
      if (held.length === 1) await this.sessions.closeAllBy(tx, principalId, 'passkey');
    });
  }
}
