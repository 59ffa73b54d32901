import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { groundedOn, type Instant } from '#domain';
import { Outbox, type OutgoingEvent, type TrailNote, type Transaction } from '#platform';
import { digestOfCanonical, type PasskeyEvidence, type SignInMethod, type StandingChoiceEvidence } from '#protocol';
import { ManagerTrail } from '../audit-trail/manager-trail.ts';
import { Timeline } from '../timeline/timeline.ts';
import { factsOfChoice, type TimelineKind } from '../timeline/timeline-words.ts';
import type { DraftedArtefacts } from './artefact-drafter.ts';
import { ArtefactSigner } from './artefact-signer.ts';
import type { Grant } from './choose-grant.ts';
import type { ApprovalEvidence, Asked, Consent, ConsentArtefact, WholeConsent } from './consent.ts';
import { ConsentStore } from './consent-store.ts';

/** Whose yes it is, and how and since when she was signed in. */
export interface Approver {
  readonly principalId: string;
  readonly signedInAt: Instant;
  readonly method: SignInMethod;
  /** The rule of hers that says it for her; the session is then the one in which she set it. */
  readonly choice?: StandingChoiceEvidence | undefined;
}

/** A yes, and how it was said. */
export interface SaidYes {
  readonly grant: Grant;
  readonly drafted: DraftedArtefacts;
  /** Where she signed the artefacts herself. */
  readonly passkey?: PasskeyEvidence;
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

  async issue(tx: Transaction, request: Asked, yes: SaidYes, by: Approver, now: Instant): Promise<WholeConsent> {
    const { grant, drafted } = yes;
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
    const evidence = evidenceOf(request, consent, yes, by);
    const artefacts = await this.signer.signAll(drafted.artefacts, evidence);
    // Nothing can have been fetched or erased under it yet.
    const given: WholeConsent = { consent, evidence, artefacts, sessions: [], receipts: [] };
    const facts = { participant: consent.dataUser, consentId: consent.id, handle: consent.handle };
    const named = { ...facts, ...factsOfChoice(by.choice), purpose: consent.terms.purpose.text };
    const entry = this.timeline.entry(now, entryKind(grant, by.choice), named);
    this.store.add(tx, given, entry, this.trail.prepare(...trailOf(given)));
    await this.outbox.writeAll(tx, artefacts.map(issued));
    return given;
  }
}

function entryKind({ narrowedFrom }: Grant, choice: StandingChoiceEvidence | undefined): TimelineKind {
  if (choice?.kind === 'emergency-access') return 'consent-request.approved-in-emergency';
  if (choice !== undefined) return 'consent-request.approved-by-choice';
  return narrowedFrom.length > 0 ? 'consent-request.narrowed' : 'consent-request.approved';
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

function evidenceOf(request: Asked, consent: Consent, yes: SaidYes, by: Approver): ApprovalEvidence {
  return {
    method: methodOf(yes, by),
    principal: by.principalId,
    handle: request.handle,
    dataUser: request.dataUser,
    askedTermsDigest: request.termsDigest,
    grantedTermsDigest: digestOfCanonical(consent.terms),
    noticeDigest: yes.drafted.noticeDigest,
    accounts: yes.grant.accounts.map(({ id }) => id),
    signedInAt: by.signedInAt,
    approvedAt: consent.approvedAt,
    ...(yes.passkey === undefined ? {} : { passkey: yes.passkey }),
    ...(by.choice && { standingChoice: by.choice }),
  };
}

function methodOf({ passkey }: SaidYes, { choice, method }: Approver): ApprovalEvidence['method'] {
  if (choice !== undefined) return 'standing-choice';
  return passkey === undefined ? method : 'passkey';
}
