import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isRefusal, orRefuse, type Refusal, refuse } from '#domain';
import { Clock, Database, KeyRing, type Transaction } from '#platform';
import { AddressBounds } from '../one-time-codes/address-bounds.ts';
import { OwnPasskeys } from '../passkeys/own-passkeys.ts';
import { SignInRecords } from '../passkeys/sign-in-records.ts';
import { type OpenedSession, PrincipalSessions } from '../principal-sessions/principal-sessions.ts';
import type { SignedInPrincipal } from '../principal-sessions/signed-in.ts';
import { newRecoveryCode } from './recovery-code.ts';
import { type CodesLeft, RecoveryCodeStore } from './recovery-code-store.ts';

export const codesAtOnce = 10;

/** Who tries a code, and from where. */
export interface RecoveryTry {
  readonly principal: string;
  readonly code: string;
  /** Where the call came from. */
  readonly from: string;
  /** `User-Agent` */
  readonly agent: string | undefined;
}

/** What lets a person in who has lost her passkeys: each code once. */
@Injectable()
export class RecoveryCodes {
  constructor(
    private readonly database: Database,
    private readonly store: RecoveryCodeStore,
    private readonly passkeys: OwnPasskeys,
    private readonly bounds: AddressBounds,
    private readonly sessions: PrincipalSessions,
    private readonly records: SignInRecords,
    private readonly keys: KeyRing,
    private readonly clock: Clock,
  ) {}

  count(principalId: string): Promise<CodesLeft> {
    return this.store.count(principalId);
  }

  /**
   * @returns the codes, this once: none of them is kept
   * @throws RefusedError `passkey-required`
   */
  async make(person: SignedInPrincipal): Promise<string[]> {
    await this.passkeys.checkMayChange(person);
    const { principalId } = person;
    const codes = Array.from({ length: codesAtOnce }, newRecoveryCode);
    const digests = codes.map((code) => this.digest(principalId, code));
    await this.database.transaction(async (tx) => {
      await this.store.replace(tx, principalId, digests, this.clock.now());
      this.records.keep(tx, principalId, 'recovery-codes.made');
    });
    return codes;
  }

  /** @throws RefusedError `code-wrong-or-expired` alike for a person who is not here, `too-many-requests` */
  async signIn({ principal, code, from, agent }: RecoveryTry): Promise<OpenedSession> {
    const outcome = await this.database.transaction(async (tx) => {
      const refusal = await this.spend(tx, principal, code, from);
      if (isRefusal(refusal)) return refusal;
      this.records.keep(tx, principal, 'recovery-code.used');
      return this.sessions.open(tx, principal, { method: 'recovery-code', agent });
    });
    return orRefuse(outcome);
  }

  /** Counts the try in `tx`, which must commit whatever the outcome. */
  private async spend(tx: Transaction, principal: string, code: string, from: string): Promise<Refusal | undefined> {
    const forgive = await this.bounds.countTry(tx, from);
    const forgivePerson = await this.bounds.countRecovery(tx, principal);
    if (!(await this.store.spend(tx, principal, this.digest(principal, code), this.clock.now())))
      return refuse('code-wrong-or-expired');
    await forgivePerson();
    await forgive();
    return undefined;
  }

  private digest(principalId: string, code: string): Buffer {
    const key = this.keys.secret('one-time-code');
    return createHmac('sha256', key).update(`recovery code\n${principalId}\n${code}`).digest();
  }
}
