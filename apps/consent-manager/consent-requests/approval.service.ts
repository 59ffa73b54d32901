import { Injectable } from '@nestjs/common';
import { orRefuse, RefusedError, refuse } from '#domain';
import { Clock, Database, PasskeyStore, type Transaction } from '#platform';
import { ArtefactDrafter } from '../consents/artefact-drafter.ts';
import type { Decision, LinkedAccount } from '../consents/choose-grant.ts';
import type { WholeConsent } from '../consents/consent.ts';
import { type Approver, ConsentIssuer, type SaidYes } from '../consents/consent-issuer.ts';
import { ApprovalByPasskey, type SignedDraft } from './approval-by-passkey.ts';
import type { ConsentRequest } from './consent-request.ts';
import { EarlierYes } from './earlier-yes.ts';
import { GrantChooser } from './grant-chooser.ts';
import { RequestDecisions } from './request-decisions.ts';

/** A person's yes, whole or narrowed. */
@Injectable()
export class ApprovalService {
  constructor(
    private readonly database: Database,
    private readonly decisions: RequestDecisions,
    private readonly grants: GrantChooser,
    private readonly byPasskey: ApprovalByPasskey,
    private readonly earlier: EarlierYes,
    private readonly passkeys: PasskeyStore,
    private readonly drafter: ArtefactDrafter,
    private readonly issuer: ConsentIssuer,
    private readonly clock: Clock,
  ) {}

  /**
   * @param yes a decision, of one who has no passkey; or a draft that is signed with it
   * @returns the consent, or its id where she had said the same before: a second yes changes nothing
   * @throws RefusedError `approved-otherwise`, and whatever the yes is refused for
   */
  async approve(by: Approver, handle: string, yes: Decision | SignedDraft): Promise<WholeConsent | string> {
    const owner = { kind: 'principal', id: by.principalId } as const;
    return this.database.transaction(async (tx) => {
      // One round trip: none needs another's answer.
      const [request, linked, passkeys] = await Promise.all([
        this.decisions.lock(tx, handle, by.principalId),
        this.grants.hold(tx, by.principalId),
        this.passkeys.listOf(owner, tx),
      ]);
      const { consentId } = request;
      if (consentId !== null) {
        return this.earlier.repeat(tx, by.principalId, { ...request, consentId }, linked, yes);
      }
      const now = this.clock.now();
      this.decisions.checkOpen(request, 'approve', now);
      if (!('draftId' in yes)) checkWithoutPasskey(by, passkeys);
      const said = await this.read(tx, by.principalId, request, linked, yes);
      return this.issuer.issue(tx, request, said, by, now);
    });
  }

  private async read(
    tx: Transaction,
    principalId: string,
    request: ConsentRequest,
    linked: readonly LinkedAccount[],
    yes: Decision | SignedDraft,
  ): Promise<SaidYes> {
    if ('draftId' in yes) return this.byPasskey.take(tx, principalId, request, linked, yes);
    const grant = orRefuse(this.grants.choose(request, linked, yes));
    return { grant, drafted: this.drafter.draft(principalId, request, grant) };
  }
}

/** The session of a passkey she has removed since is no way to say yes: nothing would show what she saw. */
function checkWithoutPasskey({ method }: Approver, passkeys: readonly unknown[]): void {
  if (passkeys.length > 0) throw new RefusedError(refuse('passkey-required'));
  if (method === 'passkey') throw new RefusedError(refuse('sign-in-required'));
}
