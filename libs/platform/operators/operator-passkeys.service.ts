import { Injectable } from '@nestjs/common';
import { isRefusal, orRefuse, type Refusal, RefusedError, refuse } from '#domain';
import { AuditTrail } from '../audit-trail/audit-trail.ts';
import type { BrowserCall } from '../browser-session/browser-call.ts';
import { Database } from '../database/database.ts';
import type { Passkey } from '../passkeys/passkey.ts';
import type { PasskeyMade } from '../passkeys/passkey-forms.ts';
import { type BegunMaking, PasskeyMaking } from '../passkeys/passkey-making.ts';
import { PasskeyStore } from '../passkeys/passkey-store.ts';
import type { Operator } from './operator.ts';
import { lockOperators } from './operator-statements.ts';

const ownerOf = ({ id }: Operator) => ({ kind: 'operator', id }) as const;

/** What an operator signs in with: a second one, so that a lost device shuts nobody out. */
@Injectable()
export class OperatorPasskeys {
  constructor(
    private readonly database: Database,
    private readonly store: PasskeyStore,
    private readonly making: PasskeyMaking,
    private readonly trail: AuditTrail,
  ) {}

  list(operator: Operator): Promise<Passkey[]> {
    return this.store.listOf(ownerOf(operator));
  }

  /** @throws RefusedError `passkeys-too-many`, `cross-site-call` */
  begin(operator: Operator, call: BrowserCall): Promise<BegunMaking> {
    return this.making.begin(ownerOf(operator), operator.name, call);
  }

  /** The challenge is spent, whatever the outcome. @throws RefusedError `passkey-refused`, `passkeys-too-many` */
  async finish(
    operator: Operator,
    answer: { readonly ceremonyId: string; readonly response: PasskeyMade; readonly name: string },
  ): Promise<Passkey> {
    const outcome = await this.database.transaction(async (tx): Promise<Passkey | Refusal> => {
      const made = await this.making.finish(tx, ownerOf(operator), answer);
      if (!isRefusal(made)) this.trail.write(tx, { act: 'passkey.made', operator: operator.id, about: made.id });
      return made;
    });
    return orRefuse(outcome);
  }

  /** @throws RefusedError `not-found` alike for another's, `last-passkey` */
  async remove(operator: Operator, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      // One at a time: else two might each be the last but one.
      await tx.query(lockOperators);
      const held = await this.store.listOf(ownerOf(operator), tx);
      if (!held.some((passkey) => passkey.id === id)) throw new RefusedError(refuse('not-found'));
      if (held.length === 1) throw new RefusedError(refuse('last-passkey'));
      await this.store.remove(tx, ownerOf(operator), id);
      this.trail.write(tx, { act: 'passkey.removed', operator: operator.id, about: id });
    });
  }
}
