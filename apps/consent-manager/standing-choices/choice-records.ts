import { Injectable } from '@nestjs/common';
import { type Instant, RefusedError, refuse, type StandingChoice, type StandingRule } from '#domain';
import { PasskeyStore, type Transaction } from '#platform';
import { digestOfCanonical } from '#protocol';
import { AccountLinkStore } from '../account-links/account-link-store.ts';
import { ManagerTrail } from '../audit-trail/manager-trail.ts';
import { ConsentStore } from '../consents/consent-store.ts';
import type { SignedInPrincipal } from '../principal-sessions/signed-in.ts';
import { Timeline } from '../timeline/timeline.ts';
import { factsOfChoice } from '../timeline/timeline-words.ts';

type ChoiceAct =
  | 'standing-choice.set'
  | 'standing-choice.changed'
  | 'standing-choice.turned-off'
  | 'standing-choice.removed';

/** What stays of it that she set or ended a choice; and whether she may set what it names. */
@Injectable()
export class ChoiceRecords {
  constructor(
    private readonly timeline: Timeline,
    private readonly trail: ManagerTrail,
    private readonly links: AccountLinkStore,
    private readonly consents: ConsentStore,
    private readonly passkeys: PasskeyStore,
  ) {}

  keep(tx: Transaction, principal: string, act: ChoiceAct, choice: StandingChoice, now: Instant): void {
    const isSet = act === 'standing-choice.set' || act === 'standing-choice.changed';
    this.trail.write(tx, {
      act: isSet ? 'standing-choice.set' : 'standing-choice.ended',
      ground: { kind: 'standing-choice', id: choice.id },
      principal,
      digest: digestOfCanonical(choice.rule),
    });
    this.timeline.tell(tx, principal, now, act, { ...factsOfChoice(choice) });
  }

  /**
   * Who has a passkey says yes with it alone: so she does where a rule is to say it for her.
   *
   * @throws RefusedError `passkey-required`
   */
  async checkPasskey({ principalId, method }: SignedInPrincipal, { kind }: StandingRule): Promise<void> {
    if (method === 'passkey' || (kind !== 'approve-renewal' && kind !== 'emergency-access')) return;
    const held = await this.passkeys.listOf({ kind: 'principal', id: principalId });
    if (held.length > 0) throw new RefusedError(refuse('passkey-required'));
  }

  /** @throws RefusedError `account-not-yours`, `consent-unknown` */
  async checkOwn(principalId: string, rule: StandingRule): Promise<void> {
    if (rule.kind === 'emergency-access') {
      const links = (await this.links.listOf(principalId)).filter(({ state }) => state === 'ACTIVE');
      const stranger = rule.accounts.find((account) => !links.some(({ id }) => id === account));
      if (stranger !== undefined) throw new RefusedError(refuse('account-not-yours', stranger));
    }
    if (rule.kind !== 'approve-renewal' || rule.consent === undefined) return;
    const consent = await this.consents.find(rule.consent, principalId);
    if (consent === undefined) throw new RefusedError(refuse('consent-unknown'));
  }
}
