import { Injectable } from '@nestjs/common';
import { RefusedError, refuse, standingAt } from '#domain';
import { OwnAddress } from '#platform';
import { type ConsentEvidence, type ConsentReceipt, createConsentReceipt, describeConsent } from '#protocol';
import { artefactClaims } from './artefact-claims.ts';
import { ReceiptProofs } from './receipt-proofs.ts';
import { ReceiptSigner } from './receipt-signer.ts';
import { type ConsentToReceipt, ReceiptStore } from './receipt-store.ts';

/** What a person can hold of a consent she gave. */
@Injectable()
export class ConsentReceipts {
  constructor(
    private readonly store: ReceiptStore,
    private readonly proofs: ReceiptProofs,
    private readonly signer: ReceiptSigner,
    private readonly address: OwnAddress,
  ) {}

  /** Made anew each time. @throws RefusedError `consent-unknown` alike for another person's, and those of ReceiptProofs */
  async make(principalId: string, consentId: string): Promise<ConsentReceipt> {
    const found = await this.store.findConsent(consentId, principalId);
    if (found === undefined) throw new RefusedError(refuse('consent-unknown'));
    const trail = await this.proofs.prove([found.trailed, ...found.artefacts.map(({ trailed }) => trailed)]);
    const evidence: ConsentEvidence = {
      decision: { ...found.evidence, accounts: [...found.evidence.accounts] },
      artefacts: found.artefacts.map(({ token, evidenceSalt }) => ({ token, salt: evidenceSalt })),
      ...(found.notice === null ? {} : { notice: { ...found.notice } }),
      ...(trail === undefined ? {} : { trail }),
      missing: [
        ...(found.notice === null ? (['notice'] as const) : []),
        ...(trail === undefined ? (['trail'] as const) : []),
      ],
    };
    const now = this.signer.now();
    const record = describeConsent(this.describe(found, evidence, now), this.signer.words);
    return createConsentReceipt({ record, evidence }, this.signer.options(now));
  }

  private describe({ consent, artefacts }: ConsentToReceipt, { decision }: ConsentEvidence, now: string) {
    const [granted, ...held] = artefacts.map(({ token }) => artefactClaims(token));
    if (granted === undefined) throw new Error(`consent ${consent.id} has no artefacts`);
    const state = standingAt(now, consent.standing, consent.terms.consentPeriod.expiry);
    return {
      consentId: consent.id,
      manager: this.signer.issuer,
      ...{ granted, held, decision },
      standing: { state, endedAt: state === 'REVOKED' ? consent.changedAt : undefined },
      withdrawAt: `${this.address.url()}/me/consents/${consent.id}/revoke`,
    };
  }
}
