import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { ConsentTerms, ParticipantId } from '#domain';
import { KeyRing, SETTINGS } from '#platform';
import {
  type ConsentArtefactFields,
  consentArtefactMessage,
  createMessage,
  digestOfCanonical,
  sha256Base64url,
} from '#protocol';
import { Pseudonyms } from '../principals/pseudonyms.ts';
import type { ConsentManagerSettings } from '../settings/consent-manager.settings.ts';
import type { LinkedAccount } from './choose-grant.ts';
import type { ApprovalEvidence, Consent, ConsentArtefact } from './consent.ts';

/** What all artefacts of one consent have in common. */
export interface Approved {
  readonly consent: Consent;
  readonly evidence: ApprovalEvidence;
  readonly noticeLanguage: string;
}

type Own = Partial<ConsentArtefactFields> & Pick<ConsentArtefactFields, 'for' | 'terms'>;

/** Signs what each counterpart is given: one artefact for each data provider, one for the data user. */
@Injectable()
export class ArtefactSigner {
  constructor(
    private readonly keys: KeyRing,
    private readonly pseudonyms: Pseudonyms,
    @Inject(SETTINGS) private readonly settings: ConsentManagerSettings,
  ) {}

  async signAll(approved: Approved, accounts: readonly LinkedAccount[]): Promise<ConsentArtefact[]> {
    const providers = [...new Set(accounts.map(({ dataProvider }) => dataProvider))];
    const held = (provider: ParticipantId) => accounts.filter(({ dataProvider }) => dataProvider === provider);
    return Promise.all([
      this.forDataUser(approved),
      ...providers.map((provider) => this.forProvider(approved, provider, held(provider))),
    ]);
  }

  /** All that is granted; nothing that names an account, or what was withheld beyond the signed difference. */
  private forDataUser(approved: Approved): Promise<ConsentArtefact> {
    const { dataUser, handle, terms, narrowedFrom } = approved.consent;
    const difference = narrowedFrom.length > 0 ? { narrowedFrom: [...narrowedFrom] } : {};
    return this.sign(approved, dataUser, { for: 'data-user', terms: mutable(terms), handle, ...difference });
  }

  private forProvider(
    approved: Approved,
    dataProvider: ParticipantId,
    accounts: readonly LinkedAccount[],
  ): Promise<ConsentArtefact> {
    const types = accounts.flatMap(({ dataTypes }) => dataTypes);
    return this.sign(approved, dataProvider, {
      for: 'data-provider',
      terms: mutable(termsFor(types, approved.consent.terms)),
      dataProvider,
      accounts: accounts.map(({ providerLinkId }) => providerLinkId),
    });
  }

  private async sign(
    { consent, evidence, noticeLanguage }: Approved,
    counterpart: ParticipantId,
    own: Own,
  ): Promise<ConsentArtefact> {
    const id = uuidv7();
    const salt = randomBytes(16).toString('base64url');
    const { noticeDigest, method, approvedAt } = evidence;
    const fields: ConsentArtefactFields = {
      artefactId: id,
      dataUser: consent.dataUser,
      principal: this.pseudonyms.of(consent.principalId, counterpart),
      noticeDigest,
      noticeLanguage,
      approval: { method, approvedAt, evidenceDigest: digestOfCanonical({ salt, evidence }) },
      ...own,
    };
    const token = await createMessage(consentArtefactMessage, fields, {
      signer: this.keys.signer('statement'),
      issuer: this.settings.PARTICIPANT_ID,
      audience: counterpart,
      now: approvedAt,
    });
    return {
      id,
      recipient: own.for,
      counterpart,
      dataTypes: own.terms.dataTypes,
      accounts: own.accounts ?? [],
      token,
      digest: sha256Base64url(token),
      evidenceSalt: salt,
      revokedVersion: null,
    };
  }
}

/** The terms as far as they concern one who holds these types. */
export function termsFor(held: readonly string[], terms: ConsentTerms): ConsentTerms {
  return {
    ...terms,
    dataTypes: terms.dataTypes.filter(({ type }) => held.includes(type)),
    dataFilter: terms.dataFilter.filter(({ type }) => held.includes(type)),
  };
}

/** The wire's types are those of zod, which knows no readonly. */
function mutable(terms: ConsentTerms): ConsentArtefactFields['terms'] {
  return terms as ConsentArtefactFields['terms'];
}
