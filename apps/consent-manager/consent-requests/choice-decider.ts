import { Injectable } from '@nestjs/common';
import {
  type ChoiceDecision,
  decideByChoices,
  type FormerConsent,
  type Instant,
  isRefusal,
  type StandingChoice,
} from '#domain';
import type { Transaction } from '#platform';
import { digestOfCanonical, type StandingChoiceEvidence } from '#protocol';
import { ManagerTrail } from '../audit-trail/manager-trail.ts';
import { ArtefactDrafter } from '../consents/artefact-drafter.ts';
import { ConsentIssuer } from '../consents/consent-issuer.ts';
import { type ChoiceUse, type KeptChoice, StandingChoiceStore } from '../standing-choices/standing-choice-store.ts';
import type { ConsentRequest } from './consent-request.ts';
import { GrantChooser } from './grant-chooser.ts';
import { RequestDecisions } from './request-decisions.ts';

type Approval = Extract<ChoiceDecision, { act: 'approve' }>;
type Of = Pick<ChoiceUse, 'principalId' | 'at'>;

/** Says yes or no to a request in the name of the person, as her choices have it. */
@Injectable()
export class ChoiceDecider {
  constructor(
    private readonly choices: StandingChoiceStore,
    private readonly requests: RequestDecisions,
    private readonly grants: GrantChooser,
    private readonly drafter: ArtefactDrafter,
    private readonly issuer: ConsentIssuer,
    private readonly trail: ManagerTrail,
  ) {}

  /** @returns when the choices are to be asked again; undefined where they have decided, or leave it to her */
  async decide(tx: Transaction, handle: string, principalId: string, now: Instant): Promise<Instant | undefined> {
    const request = await this.requests.lock(tx, handle, principalId);
    const kept = (await this.choices.lockOf(tx, principalId)).filter(({ isOn }) => isOn);
    const of = { principalId, at: now };
    const linked = await this.grants.hold(tx, principalId);
    const { dataUser, terms, mayBeNarrowed } = request;
    const asked = { dataUser, terms, mayBeNarrowed, noticeDigest: digestOfCanonical(request.notice) };
    const decision = decideByChoices(kept, asked, await this.formers(tx, request, kept, of), now);
    if (decision.act === 'wait') return decision.until;
    if (decision.act === 'refuse') await this.reject(tx, request, decision.by, of);
    if (decision.act === 'approve') await this.approve(tx, request, decision, { linked, kept, ...of });
    return undefined;
  }

  private async formers(
    tx: Transaction,
    { dataUser }: ConsentRequest,
    kept: readonly StandingChoice[],
    { principalId, at }: Of,
  ): Promise<FormerConsent[]> {
    const renews = kept.some(({ rule }) => rule.kind === 'approve-renewal');
    return renews ? this.choices.holdFormers(tx, principalId, dataUser, at) : [];
  }

  private async reject(tx: Transaction, request: ConsentRequest, choice: StandingChoice, of: Of): Promise<void> {
    await this.requests.close(tx, request, 'REJECTED', of.at, { choice });
    this.note(tx, request, { choice, isUrgent: false, ...of });
  }

  /** Where it gives nothing after all, as no account is left that holds any of it, she decides herself. */
  private async approve(
    tx: Transaction,
    request: ConsentRequest,
    { by: { id }, accounts, narrowing, renews }: Approval,
    { linked, kept, ...of }: Of & { linked: Awaited<ReturnType<GrantChooser['hold']>>; kept: readonly KeptChoice[] },
  ): Promise<void> {
    const choice = kept.find((one) => one.id === id);
    const still = accounts.filter((account) => linked.some((link) => link.id === account));
    if (choice === undefined || still.length === 0) return;
    const grant = this.grants.choose(request, linked, { accounts: still, narrowing });
    if (isRefusal(grant)) return;
    const evidence = evidenceOf(choice, renews);
    const { signedInAt, setBy: method } = choice;
    const approver = { principalId: of.principalId, signedInAt, method, choice: evidence };
    const said = { grant, drafted: this.drafter.draft(of.principalId, request, grant) };
    const { consent } = await this.issuer.issue(tx, request, said, approver, of.at);
    const isUrgent = choice.rule.kind === 'emergency-access';
    this.note(tx, request, { choice, consentId: consent.id, renews, isUrgent, ...of });
  }

  private note(
    tx: Transaction,
    { handle, dataUser }: ConsentRequest,
    use: Omit<ChoiceUse, 'handle' | 'dataUser'>,
  ): void {
    this.choices.noteUse(tx, { ...use, handle, dataUser });
    this.trail.write(tx, {
      act: 'standing-choice.applied',
      ground: { kind: 'standing-choice', id: use.choice.id },
      counterpart: dataUser,
      principal: use.principalId,
      request: handle,
      digest: digestOfCanonical(use.choice.rule),
    });
  }
}

function evidenceOf(choice: KeptChoice, renews: string | undefined): StandingChoiceEvidence {
  const { id, version, name, rule, setAt, setBy } = choice;
  const which = { id, version, kind: rule.kind, name, ruleDigest: digestOfCanonical(rule) };
  return { ...which, setAt, setBy, ...(renews === undefined ? {} : { renews }) };
}
