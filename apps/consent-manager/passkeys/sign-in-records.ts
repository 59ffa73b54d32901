import { Injectable } from '@nestjs/common';
import { Clock, type Transaction } from '#platform';
import { ManagerTrail } from '../audit-trail/manager-trail.ts';
import { Timeline } from '../timeline/timeline.ts';

type SignInAct = 'passkey.made' | 'passkey.removed' | 'recovery-codes.made' | 'recovery-code.used';

/** What stays of it that a person changed or spent what she signs in with. */
@Injectable()
export class SignInRecords {
  constructor(
    private readonly timeline: Timeline,
    private readonly trail: ManagerTrail,
    private readonly clock: Clock,
  ) {}

  /** @param passkey whose name she reads; the trail has its id alone */
  keep(
    tx: Transaction,
    principal: string,
    act: SignInAct,
    passkey?: { readonly id: string; readonly name: string },
  ): void {
    this.trail.write(tx, { act, principal, ...(passkey === undefined ? {} : { about: passkey.id }) });
    this.timeline.tell(tx, principal, this.clock.now(), act, passkey === undefined ? {} : { label: passkey.name });
  }
}
