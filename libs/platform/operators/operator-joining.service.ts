import { Injectable } from '@nestjs/common';
import { isRefusal, orRefuse, type Refusal } from '#domain';
import { AuditTrail } from '../audit-trail/audit-trail.ts';
import type { BrowserCall } from '../browser-session/browser-call.ts';
import type { PasskeyMade } from '../passkeys/passkey-forms.ts';
import { type BegunMaking, PasskeyMaking } from '../passkeys/passkey-making.ts';
import type { Operator } from './operator.ts';
import type { Invited } from './operator-book.ts';
import { OperatorSignIn, type SignedIn } from './operator-sign-in.service.ts';
import { OperatorsService } from './operators.service.ts';

const ownerOf = ({ id }: Pick<Operator, 'id'>) => ({ kind: 'operator', id }) as const;

/** Whoever names an invitation sets a passkey up, and is an operator from then on, under the id of the invitation. */
@Injectable()
export class OperatorJoining {
  constructor(
    private readonly operators: OperatorsService,
    private readonly passkeys: PasskeyMaking,
    private readonly signIn: OperatorSignIn,
    private readonly trail: AuditTrail,
  ) {}

  /** @throws RefusedError `invitation-not-valid`, `cross-site-call` */
  async begin(invitation: string, call: BrowserCall): Promise<BegunMaking & Pick<Invited, 'name' | 'may'>> {
    const invited = orRefuse(await this.operators.inBook((book) => book.findInvited(invitation)));
    const begun = await this.passkeys.begin(ownerOf(invited), invited.name, call);
    return { ...begun, name: invited.name, may: invited.may };
  }

  /**
   * The challenge is spent whatever the outcome, the invitation only with a passkey that holds.
   *
   * @throws RefusedError `invitation-not-valid`, `passkey-refused`, `operator-name-taken`
   */
  async finish(
    invitation: string,
    answer: { ceremonyId: string; response: PasskeyMade },
    agent: string | undefined,
  ): Promise<SignedIn> {
    const outcome = await this.operators.inBook(async (book, tx): Promise<SignedIn | Refusal> => {
      const found = await book.findInvited(invitation);
      if (isRefusal(found)) return found;
      const made = await this.passkeys.finish(tx, ownerOf(found), { ...answer, name: found.name });
      if (isRefusal(made)) return made;
      const operator = await book.join(invitation);
      this.trail.write(tx, { act: 'operator.joined', operator: operator.id });
      return this.signIn.open(tx, operator, agent);
    });
    return orRefuse(outcome);
  }
}
