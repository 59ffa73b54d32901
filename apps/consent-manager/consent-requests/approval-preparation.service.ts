import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { type Instant, orRefuse } from '#domain';
import { type BegunUse, type BrowserCall, Clock, Database, PasskeyStore, PasskeyUse } from '#platform';
import { approvalChallenge, approvalDigests, nodeSha256, type SaltedArtefact } from '#protocol';
import { ArtefactDrafter } from '../consents/artefact-drafter.ts';
import type { Decision, Grant } from '../consents/choose-grant.ts';
import { ApprovalDraftStore } from './approval-draft-store.ts';
import { GrantChooser } from './grant-chooser.ts';
import { RequestDecisions } from './request-decisions.ts';

export interface PreparedApproval {
  readonly grant: Grant;
  readonly artefacts: readonly SaltedArtefact[];
  /** Absent for one who has no passkey to sign with. */
  readonly toSign?: {
    readonly draftId: string;
    readonly expiresAt: Instant;
    readonly publicKey: BegunUse['publicKey'];
  };
}

/** Makes ready exactly what a person is to sign, so that she sees it before she does. */
@Injectable()
export class ApprovalPreparation {
  constructor(
    private readonly database: Database,
    private readonly decisions: RequestDecisions,
    private readonly grants: GrantChooser,
    private readonly drafter: ArtefactDrafter,
    private readonly drafts: ApprovalDraftStore,
    private readonly passkeys: PasskeyStore,
    private readonly use: PasskeyUse,
    private readonly clock: Clock,
  ) {}

  async prepare(principalId: string, handle: string, decision: Decision, call: BrowserCall): Promise<PreparedApproval> {
    const owner = { kind: 'principal', id: principalId } as const;
    return this.database.transaction(async (tx) => {
      const [request, linked, passkeys] = await Promise.all([
        this.decisions.lock(tx, handle, principalId),
        this.grants.hold(tx, principalId),
        this.passkeys.listOf(owner, tx),
      ]);
      this.decisions.checkOpen(request, 'approve', this.clock.now());
      const grant = orRefuse(this.grants.choose(request, linked, decision));
      const { artefacts } = this.drafter.draft(principalId, request, grant);
      if (passkeys.length === 0) return { grant, artefacts };
      const challenge = await approvalChallenge(await approvalDigests(artefacts, nodeSha256), nodeSha256);
      const draftId = uuidv7();
      const asked = { purpose: 'approve', owner, challenge, ceremonyId: draftId } as const;
      const { expiresAt, publicKey } = await this.use.begin(asked, call, tx);
      this.drafts.keep(tx, { id: draftId, handle, principalId, decision, artefacts, expiresAt });
      return { grant, artefacts, toSign: { draftId, expiresAt, publicKey } };
    });
  }
}
