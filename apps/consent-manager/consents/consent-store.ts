import type { ConsentStanding, Instant, ParticipantId } from '#domain';
import type { PreparedTrail, Transaction } from '#platform';
import type { TimelineEntry } from '../timeline/timeline-store.ts';
import type { Consent, ConsentArtefact, SignedConsent, WholeConsent } from './consent.ts';

/** An artefact as its counterpart asks for it, with where it stands. */
export interface StandingArtefact {
  readonly artefact: ConsentArtefact;
  readonly standing: ConsentStanding;
}

export interface IssuedArtefact {
  readonly consentId: string;
  readonly principalId: string;
  readonly counterpart: ParticipantId;
}

/** The words of an artefact under a new signature. */
export interface Reissue {
  readonly token: string;
  readonly digest: string;
  /** None where no trail is kept. */
  readonly trailEntry: string | undefined;
}

/** Consents and their artefacts. What a method locks stays locked until `tx` ends. */
export abstract class ConsentStore {
  /**
   * Saves a consent that was just given, with its artefacts, its timeline entry and the end of the request it answers.
   *
   * @param noted of the approval and of each artefact, in that order
   */
  abstract add(tx: Transaction, given: WholeConsent, entry: TimelineEntry, noted: PreparedTrail): void;
  abstract find(id: string, principalId: string): Promise<WholeConsent | undefined>;
  /** Those of its artefacts of which the counterpart has not acknowledged how they stand. */
  abstract listUntold(consent: Consent): Promise<string[]>;
  /** Newest first. */
  abstract listOf(principalId: string, limit: number, before?: string): Promise<Consent[]>;
  /** Only to whom it was given. */
  abstract findArtefact(id: string, counterpart: ParticipantId): Promise<StandingArtefact | undefined>;

  abstract lock(tx: Transaction, id: string, principalId: string): Promise<WholeConsent | undefined>;
  /** As `lockWithLink`, to look at only. */
  abstract listWithLink(
    principalId: string,
    dataProvider: ParticipantId,
    providerLinkId: string,
  ): Promise<SignedConsent[]>;
  /** Those that have not ended and have an artefact that names this link. */
  abstract lockWithLink(
    tx: Transaction,
    principalId: string,
    dataProvider: ParticipantId,
    providerLinkId: string,
  ): Promise<SignedConsent[]>;
  /** Those whose time to expire or to resume has come; such as others work on are passed over. */
  abstract lockDue(tx: Transaction, now: Instant, limit: number): Promise<SignedConsent[]>;
  /** Where the consent stands as of now, and its timeline entry. Breaks (`isOvertaken`) where it moved since it was read. */
  abstract setStanding(tx: Transaction, moved: Consent, entry: TimelineEntry): void;
  /** Only where this is what it is. */
  abstract lockIssued(tx: Transaction, artefactId: string, token: string): Promise<IssuedArtefact | undefined>;
  abstract reissue(tx: Transaction, artefactId: string, reissue: Reissue): void;
  abstract revokeArtefact(tx: Transaction, artefactId: string, version: number): void;
}
