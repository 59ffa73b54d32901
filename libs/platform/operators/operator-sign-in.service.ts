import { Injectable } from '@nestjs/common';
import { isRefusal, orRefuse, type Refusal, RefusedError, refuse } from '#domain';
import { AuditTrail } from '../audit-trail/audit-trail.ts';
import type { BrowserCall } from '../browser-session/browser-call.ts';
import { Database } from '../database/database.ts';
import type { Transaction } from '../database/transaction.ts';
import type { PasskeyAssertion } from '../passkeys/passkey-forms.ts';
import { type BegunUse, PasskeyUse } from '../passkeys/passkey-use.ts';
import type { Operator } from './operator.ts';
import { type OpenedOperatorSession, OperatorSessions } from './operator-sessions.ts';
import { findOperator } from './operator-statements.ts';

export interface SignedIn {
  readonly operator: Operator;
  readonly session: OpenedOperatorSession;
}

/** Operators sign in with a passkey, and with nothing else. */
@Injectable()
export class OperatorSignIn {
  constructor(
    private readonly database: Database,
    private readonly passkeys: PasskeyUse,
    private readonly sessions: OperatorSessions,
    private readonly trail: AuditTrail,
  ) {}

  begin(call: BrowserCall): Promise<BegunUse> {
    return this.passkeys.begin({ purpose: 'sign-in' }, call);
  }

  /** The challenge is spent, whatever the outcome. @throws RefusedError `passkey-refused` */
  async finish(ceremonyId: string, response: PasskeyAssertion, agent: string | undefined): Promise<SignedIn> {
    const outcome = await this.database.transaction(async (tx): Promise<SignedIn | Refusal> => {
      const answer = { purpose: 'sign-in', ceremonyId, response, owner: { kind: 'operator' } } as const;
      const passkey = await this.passkeys.finish(tx, answer);
      if (isRefusal(passkey)) return passkey;
      const [operator] = await tx.query<Operator>(findOperator, [passkey.owner.id]);
      return operator === undefined ? refuse('passkey-refused') : this.open(tx, operator, agent);
    });
    return orRefuse(outcome);
  }

  /** For one who has just shown who it is. @param agent `User-Agent` */
  async open(tx: Transaction, operator: Operator, agent: string | undefined): Promise<SignedIn> {
    this.trail.write(tx, { act: 'operator.signed-in', operator: operator.id });
    return { operator, session: await this.sessions.open(tx, operator.id, agent) };
  }

  /** Ends this session or another of the operator's own. @throws RefusedError `not-found`, alike for another's */
  async signOut(operator: Operator, sessionId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (!(await this.sessions.close(tx, operator.id, sessionId))) throw new RefusedError(refuse('not-found'));
      this.trail.write(tx, { act: 'operator.signed-out', operator: operator.id, about: sessionId });
    });
  }
}
