import { Injectable } from '@nestjs/common';
import { isRefusal, RefusedError, refuse } from '#domain';
import { Clock, type Transaction } from '#platform';
import { canonicalJson } from '#protocol';
import type { Decision, LinkedAccount } from '../consents/choose-grant.ts';
import type { ApprovalEvidence, WholeConsent } from '../consents/consent.ts';
import { ConsentStore } from '../consents/consent-store.ts';
import type { SignedDraft } from './approval-by-passkey.ts';
import { ApprovalDraftStore } from './approval-draft-store.ts';
import type { ConsentRequest } from './consent-request.ts';
import { GrantChooser } from './grant-chooser.ts';

/**
 * A yes to what was approved already: in another window, on another device, by a rule of hers. Said again it changes
 * nothing; said otherwise she must hear that what stood before her was not approved.
 */
@Injectable()
export class EarlierYes {
  constructor(
    private readonly consents: ConsentStore,
    private readonly drafts: ApprovalDraftStore,
    private readonly grants: GrantChooser,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the id of the consent
   * @throws RefusedError `approved-otherwise`
   */
  async repeat(
    tx: Transaction,
    principalId: string,
    request: ConsentRequest & { readonly consentId: string },
    linked: readonly LinkedAccount[],
    yes: Decision | SignedDraft,
  ): Promise<string> {
    const given = await this.consents.find(request.consentId, principalId);
    const isSame = given !== undefined && (await this.isSame(tx, principalId, { request, linked, yes, given }));
    if (!isSame) throw new RefusedError(refuse('approved-otherwise'));
    return request.consentId;
  }

  private async isSame(
    tx: Transaction,
    principalId: string,
    {
      request,
      linked,
      yes,
      given,
    }: {
      readonly request: ConsentRequest;
      readonly linked: readonly LinkedAccount[];
      readonly yes: Decision | SignedDraft;
      readonly given: WholeConsent;
    },
  ): Promise<boolean> {
    if (!('draftId' in yes)) return this.gives(request, linked, yes, given);
    if (isSignedAs(yes, given.evidence)) return true;
    const of = { id: yes.draftId, handle: request.handle, principalId };
    const draft = await this.drafts.take(tx, of, this.clock.now());
    return draft !== undefined && this.gives(request, linked, draft.decision, given);
  }

  private gives(
    request: ConsentRequest,
    linked: readonly LinkedAccount[],
    decision: Decision,
    { consent, evidence }: WholeConsent,
  ): boolean {
    const grant = this.grants.choose(request, linked, decision);
    if (isRefusal(grant)) return false;
    const said = (terms: object, accounts: readonly string[]) =>
      canonicalJson({ terms, accounts: accounts.toSorted() });
    const accounts = grant.accounts.map(({ id }) => id);
    return said(grant.terms, accounts) === said(consent.terms, evidence.accounts);
  }
}

/** What was signed is spent with the yes: sent again, it is known by its signature. */
function isSignedAs({ response }: SignedDraft, { passkey }: ApprovalEvidence): boolean {
  return passkey?.signature === response.response.signature;
}
