import type { ConsentStanding, Instant, ParticipantId } from '#domain';
import type { Transaction } from '#platform';
import type { ApprovalEvidence, Consent, ConsentArtefact } from './consent.ts';

/** An artefact as its counterpart asks for it, with where it stands. */
export interface StandingArtefact {
  readonly artefact: ConsentArtefact;
  readonly standing: ConsentStanding;
}

/** Consents and their artefacts. What a method locks stays locked until `tx` ends. */
export abstract class ConsentStore {
  abstract add(
    tx: Transaction,
    consent: Consent,
    evidence: ApprovalEvidence,
    artefacts: readonly ConsentArtefact[],
  ): Promise<void>;
  abstract find(id: string, principalId: string): Promise<Consent | undefined>;
  /** Newest first. */
  abstract listOf(principalId: string, limit: number, before?: string): Promise<Consent[]>;
  abstract artefactsOf(consentId: string): Promise<ConsentArtefact[]>;
  /** @param consentId of a consent that is there */
  abstract evidenceOf(consentId: string): Promise<ApprovalEvidence>;
  /** Only to whom it was given. */
  abstract findArtefact(id: string, counterpart: ParticipantId): Promise<StandingArtefact | undefined>;

  abstract lock(tx: Transaction, id: string, principalId: string): Promise<Consent | undefined>;
  /** Those that have not ended and have an artefact that names this link. */
  abstract lockWithLink(
    tx: Transaction,
    principalId: string,
    dataProvider: ParticipantId,
    providerLinkId: string,
  ): Promise<Consent[]>;
  /** Those whose time to expire or to resume has come; such as others work on are passed over. */
  abstract lockDue(tx: Transaction, now: Instant, limit: number): Promise<Consent[]>;
  /** The artefacts that have not ended before their consent. */
  abstract standingArtefacts(tx: Transaction, consentId: string): Promise<ConsentArtefact[]>;
  abstract setStanding(tx: Transaction, id: string, standing: ConsentStanding, now: Instant): Promise<void>;
  abstract revokeArtefact(tx: Transaction, artefactId: string, version: number): Promise<void>;
}
