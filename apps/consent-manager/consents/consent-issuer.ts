import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { groundedOn, type Instant, type ParticipantId } from '#domain';
import { Outbox, type OutgoingEvent, type TrailNote, type Transaction } from '#platform';
import { digestOfCanonical } from '#protocol';
import { ManagerTrail } from '../audit-trail/manager-trail.ts';
import { Timeline } from '../timeline/timeline.ts';
import { ArtefactSigner } from './artefact-signer.ts';
import type { Grant } from './choose-grant.ts';
import type { ApprovalEvidence, Consent, ConsentArtefact, WholeConsent } from './consent.ts';
import { ConsentStore } from './consent-store.ts';

/** What she said yes to. */
export interface Asked {
  readonly handle: string;
  readonly dataUser: ParticipantId;
  readonly termsDigest: string;
  readonly notice: { readonly language: string; readonly text: string };
}

/** Whose yes it is, and since when she was signed in. */
export interface Approver {
  readonly principalId: string;
  readonly signedInAt: Instant;
}

/** Makes a consent of a yes: the artefacts, the evidence, the end of the request, the events to all counterparts, in one transaction. */
@Injectable()
export class ConsentIssuer {
  constructor(
    private readonly store: ConsentStore,
    private readonly signer: ArtefactSigner,
    private readonly outbox: Outbox,
    private readonly timeline: Timeline,
    private readonly trail: ManagerTrail,
  ) {}

  async issue(tx: Transaction, request: Asked, grant: Grant, by: Approver, now: Instant): Promise<WholeConsent> {
    const consent: Consent = {
      id: uuidv7(),
      principalId: by.principalId,
      dataUser: request.dataUser,
      handle: request.handle,
      terms: grant.terms,
      narrowedFrom: grant.narrowedFrom,
      standing: { state: 'ACTIVE', version: 1 },
      approvedAt: now,
      changedAt: now,
    };
    const evidence = evidenceOf(request, consent, grant, by);
    const approved = { consent, evidence, noticeLanguage: request.notice.language };
    const artefacts = await this.signer.signAll(approved, grant.accounts);
    // Nothing can have been fetched or erased under it yet.
    const given: WholeConsent = { consent, evidence, artefacts, sessions: [], receipts: [] };
    const kind = grant.narrowedFrom.length > 0 ? 'consent-request.narrowed' : 'consent-request.approved';
    const facts = { participant: consent.dataUser, consentId: consent.id, handle: consent.handle };
    const entry = this.timeline.entry(now, kind, { ...facts, purpose: consent.terms.purpose.text });
    this.store.add(tx, given, entry, this.trail.prepare(...trailOf(given)));
    await this.outbox.writeAll(tx, artefacts.map(issued));
    return given;
  }
}

/** The decision, and each artefact that was signed for it. */
function trailOf({ consent, evidence, artefacts }: WholeConsent): TrailNote[] {
  const { id, principalId: principal, handle: request, dataUser } = consent;
  const about = { ground: groundedOn(id), principal };
  const approved = { counterpart: dataUser, request, digest: evidence.grantedTermsDigest };
  return [
    { act: 'consent-request.approved', ...about, ...approved },
    ...artefacts.map(
      ({ counterpart, digest }): TrailNote => ({ act: 'consent-artefact.issued', ...about, counterpart, digest }),
    ),
  ];
}

function issued({ id, recipient, counterpart, token }: ConsentArtefact): OutgoingEvent<'consent-artefact.issued'> {
  return {
    to: counterpart,
    role: recipient,
    type: 'consent-artefact.issued',
    subject: id,
    version: 1,
    state: { artefactId: id, state: 'ACTIVE', version: 1, artefact: token },
  };
}

function evidenceOf(request: Asked, consent: Consent, grant: Grant, by: Approver): ApprovalEvidence {
  return {
    method: 'one-time-code',
    principal: by.principalId,
    handle: request.handle,
    dataUser: request.dataUser,
    askedTermsDigest: request.termsDigest,
    grantedTermsDigest: digestOfCanonical(consent.terms),
    noticeDigest: digestOfCanonical(request.notice),
    accounts: grant.accounts.map(({ id }) => id),
    signedInAt: by.signedInAt,
    approvedAt: consent.approvedAt,
  };
}
