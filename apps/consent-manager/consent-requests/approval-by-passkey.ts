import { Injectable } from '@nestjs/common';
import { isRefusal, orRefuse, RefusedError, refuse } from '#domain';
import { Clock, type PasskeyAssertion, PasskeyUse, passkeyJwkOf, type Transaction } from '#platform';
import {
  approvalChallenge,
  approvalDigests,
  canonicalJson,
  nodeCryptography,
  nodeSha256,
  type PasskeyEvidence,
  verifyAssertion,
} from '#protocol';
import { ArtefactDrafter } from '../consents/artefact-drafter.ts';
import type { LinkedAccount } from '../consents/choose-grant.ts';
import type { SaidYes } from '../consents/consent-issuer.ts';
import { ApprovalDraftStore } from './approval-draft-store.ts';
import type { ConsentRequest } from './consent-request.ts';
import { GrantChooser } from './grant-chooser.ts';

/** A draft, signed. */
export interface SignedDraft {
  readonly draftId: string;
  readonly response: PasskeyAssertion;
}

/** A yes to exactly what was drafted. */
@Injectable()
export class ApprovalByPasskey {
  constructor(
    private readonly drafts: ApprovalDraftStore,
    private readonly drafter: ArtefactDrafter,
    private readonly grants: GrantChooser,
    private readonly use: PasskeyUse,
    private readonly clock: Clock,
  ) {}

  /**
   * The draft is made anew of what is so now, and has to come out the same: what she signed is what would be issued.
   *
   * @param linked held in `tx`
   * @throws RefusedError `approval-draft-changed`, `passkey-refused`
   */
  async take(
    tx: Transaction,
    principalId: string,
    request: ConsentRequest,
    linked: readonly LinkedAccount[],
    { draftId, response }: SignedDraft,
  ): Promise<SaidYes> {
    const of = { id: draftId, handle: request.handle, principalId };
    const kept = await this.drafts.take(tx, of, this.clock.now());
    if (kept === undefined) throw new RefusedError(refuse('approval-draft-changed'));
    const grant = this.grants.choose(request, linked, kept.decision);
    if (isRefusal(grant)) throw new RefusedError(refuse('approval-draft-changed', grant.code));
    const seeds = kept.artefacts.map(({ salt, artefact: { artefactId } }) => ({ salt, artefactId }));
    const drafted = this.drafter.draft(principalId, request, grant, seeds);
    if (canonicalJson([...drafted.artefacts]) !== canonicalJson([...kept.artefacts]))
      throw new RefusedError(refuse('approval-draft-changed'));
    const digests = await approvalDigests(drafted.artefacts, nodeSha256);
    const passkey = await this.verify(tx, principalId, digests, { draftId, response });
    return { grant, drafted, passkey };
  }

  private async verify(
    tx: Transaction,
    principalId: string,
    digests: string[],
    { draftId, response }: SignedDraft,
  ): Promise<PasskeyEvidence> {
    const owner = { kind: 'principal', id: principalId } as const;
    const challenge = await approvalChallenge(digests, nodeSha256);
    const answer = { purpose: 'approve', ceremonyId: draftId, response, owner, challenge } as const;
    const used = orRefuse(await this.use.finish(tx, answer));
    const { authenticatorData, clientDataJSON, signature } = response.response;
    const assertion = { credentialId: used.credentialId, authenticatorData, clientDataJSON, signature };
    const evidence = { digests, publicKey: passkeyJwkOf(used), ...assertion };
    // As whoever opens her receipt will: evidence that would not open later is none.
    const refusal = await verifyAssertion(evidence, challenge, nodeCryptography);
    if (refusal !== undefined) throw new RefusedError(refuse('passkey-refused'));
    return evidence;
  }
}
