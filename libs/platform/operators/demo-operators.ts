import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { type OperatorRight, RefusedError, refuse } from '#domain';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { whyNoDemo } from '../settings/demo-sign-in-rule.ts';
import { type RoleSettings, SETTINGS } from '../settings/role-settings.ts';
import type { Operator } from './operator.ts';
import { OperatorSignIn, type SignedIn } from './operator-sign-in.service.ts';
import { addOperator, findByName, lockOperators } from './operator-statements.ts';

/** Lets whoever asks be an operator, with the switch for a demo on one machine alone. */
@Injectable()
export class DemoOperators {
  /** @throws where the switch is on, and this is no demo on one machine */
  constructor(
    private readonly database: Database,
    private readonly signIn: OperatorSignIn,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: RoleSettings,
  ) {
    const reason = whyNoDemo(settings);
    if (reason !== undefined) throw new Error(`DEMO_SIGN_IN ${reason}`);
  }

  /** @throws RefusedError `not-found` where the switch is off: as where there is no such address */
  async open(may: OperatorRight, agent: string | undefined): Promise<SignedIn> {
    if (!this.settings.DEMO_SIGN_IN) throw new RefusedError(refuse('not-found'));
    return this.database.transaction(async (tx) => {
      await tx.query(lockOperators);
      const name = `Demo ${may}`;
      const [known] = await tx.query<Operator>(findByName, [name]);
      // Another operator of the demo may have been given another right meanwhile.
      if (known !== undefined && known.may === may) return this.signIn.open(tx, known, agent);
      if (known !== undefined) throw new RefusedError(refuse('operator-name-taken'));
      const operator = { id: uuidv7(), name, may };
      await tx.query(addOperator, [operator.id, name, may, this.clock.now()]);
      return this.signIn.open(tx, operator, agent);
    });
  }
}
