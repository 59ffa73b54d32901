import { Inject, Injectable } from '@nestjs/common';
import { KeyRing, SETTINGS } from '#platform';
import {
  type ConsentArtefactFields,
  consentArtefactMessage,
  createMessage,
  digestOfCanonical,
  type SaltedArtefact,
  sha256Base64url,
} from '#protocol';
import type { ConsentManagerSettings } from '../settings/consent-manager.settings.ts';
import type { ApprovalEvidence, ConsentArtefact } from './consent.ts';

/** Signs what each counterpart is given, as it was drafted. */
@Injectable()
export class ArtefactSigner {
  constructor(
    private readonly keys: KeyRing,
    @Inject(SETTINGS) private readonly settings: ConsentManagerSettings,
  ) {}

  signAll(drafted: readonly SaltedArtefact[], evidence: ApprovalEvidence): Promise<ConsentArtefact[]> {
    return Promise.all(drafted.map((one) => this.sign(one, evidence)));
  }

  private async sign({ salt, artefact }: SaltedArtefact, evidence: ApprovalEvidence): Promise<ConsentArtefact> {
    const { method, approvedAt } = evidence;
    const evidenceDigest = digestOfCanonical({ salt, evidence });
    const fields: ConsentArtefactFields = { ...artefact, approval: { method, approvedAt, evidenceDigest } };
    const counterpart = artefact.dataProvider ?? artefact.dataUser;
    const token = await createMessage(consentArtefactMessage, fields, {
      signer: this.keys.signer('statement'),
      issuer: this.settings.PARTICIPANT_ID,
      audience: counterpart,
      now: approvedAt,
    });
    return {
      id: artefact.artefactId,
      recipient: artefact.for,
      counterpart,
      dataTypes: artefact.terms.dataTypes,
      accounts: artefact.accounts ?? [],
      token,
      digest: sha256Base64url(token),
      evidenceSalt: salt,
      revokedVersion: null,
    };
  }
}
