import type { ConsentStanding, ConsentTerms, Instant, ParticipantId } from '#domain';

/** A consent in force, as far as it says who may receive what from whom. */
export interface OpenConsent {
  readonly id: string;
  readonly dataUser: ParticipantId;
  readonly terms: ConsentTerms;
  readonly standing: ConsentStanding;
  /** Those that answer for it. */
  readonly dataProviders: readonly ParticipantId[];
}

/** What one data user has of one provider under one consent and has not said to have erased. */
export interface HeldData {
  readonly consentId: string;
  readonly dataUser: ParticipantId;
  readonly dataProvider: ParticipantId;
  readonly dataTypes: readonly string[];
  /** By the data user's word, or the provider's where the data user has not spoken. */
  readonly records: number;
  readonly since: Instant;
  /** The latest; null where the data user has not said that it received any of it. */
  readonly until: Instant | null;
  /** Records that should have been erased by now. */
  readonly overdue: number;
}

/** Who holds what of a person now. */
export abstract class DataHolderStore {
  abstract openConsents(principalId: string, now: Instant): Promise<OpenConsent[]>;
  abstract held(principalId: string, now: Instant): Promise<HeldData[]>;
}
