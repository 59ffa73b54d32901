import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { addSeconds, isRefusal, orRefuse, RefusedError, refuse } from '#domain';
import { Clock, Database } from '#platform';
import { OneTimeCodes } from '../one-time-codes/one-time-codes.ts';
import { type OpenedSession, PrincipalSessions } from '../principal-sessions/principal-sessions.ts';
import { Principals } from '../principals/principals.ts';
import { LinkedIdentities } from './linked-identities.ts';
import { OpenIdCeremonyStore, type ShownCeremony } from './openid-ceremony-store.ts';
import type { OpenIdIdentity } from './openid-provider.ts';

/** For the way to the provider and back, and again for showing which person she is. */
export const ceremonySeconds = 900;

/** Nobody guesses 256 random bits, so a plain digest of them is safe to keep. */
export const digestOf = (text: string) => hash('sha256', text, 'buffer');

/** A one-time code that shows which person she is. */
export interface ArrivalConfirmation {
  readonly browser: string | undefined;
  readonly signInId: string;
  readonly code: string;
  /** The part before the @, for one who was not here before. */
  readonly principal: string | undefined;
  /** Where the call came from. */
  readonly from: string;
  /** `User-Agent` */
  readonly agent: string | undefined;
}

/**
 * Which person a provider's account belongs to. The first time she confirms a contact with a one-time code, known here or
 * not: what the provider says of her mail address makes nobody anyone.
 */
@Injectable()
export class OpenIdArrivals {
  constructor(
    private readonly database: Database,
    private readonly ceremonies: OpenIdCeremonyStore,
    private readonly identities: LinkedIdentities,
    private readonly codes: OneTimeCodes,
    private readonly principals: Principals,
    private readonly sessions: PrincipalSessions,
    private readonly clock: Clock,
  ) {}

  /** @returns undefined where the account is nobody's yet */
  async arrive(
    ceremonyId: string,
    identity: OpenIdIdentity,
    agent: string | undefined,
  ): Promise<OpenedSession | undefined> {
    const expiresAt = addSeconds(this.clock.now(), ceremonySeconds);
    return this.database.transaction(async (tx) => {
      const principalId = await this.identities.findPrincipal(tx, identity);
      if (principalId === undefined) {
        await this.ceremonies.show(tx, ceremonyId, identity, expiresAt);
        return undefined;
      }
      await this.ceremonies.end(tx, ceremonyId);
      return this.sessions.open(tx, principalId, { method: 'openid-connect', agent });
    });
  }

  /** @throws RefusedError `openid-sign-in-refused` where this browser has nothing to confirm */
  async read(browser: string | undefined): Promise<ShownCeremony> {
    return found(await this.ceremonies.findShown(digestOf(browser ?? ''), this.clock.now()));
  }

  /** @throws RefusedError `code-wrong-or-expired`, `openid-sign-in-refused`, `principal-name-taken`, `too-many-requests` */
  async confirm(given: ArrivalConfirmation): Promise<OpenedSession> {
    const { browser, signInId, code, principal, from, agent } = given;
    const now = this.clock.now();
    const outcome = await this.database.transaction(async (tx) => {
      const ceremony = found(await this.ceremonies.findShown(digestOf(browser ?? ''), now, tx));
      const contact = await this.codes.check(tx, { signInId }, code, from);
      if (isRefusal(contact)) return contact;
      const principalId = await this.principals.recognise(tx, contact, principal);
      await this.identities.link(tx, { ...ceremony.identity, id: uuidv7(), principalId, linkedAt: now });
      await this.ceremonies.end(tx, ceremony.id);
      return this.sessions.open(tx, principalId, { method: 'openid-connect', agent });
    });
    return orRefuse(outcome);
  }
}

function found(ceremony: ShownCeremony | undefined): ShownCeremony {
  if (ceremony === undefined) throw new RefusedError(refuse('openid-sign-in-refused'));
  return ceremony;
}
