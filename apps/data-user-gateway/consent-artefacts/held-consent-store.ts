import type { ConsentStanding, Instant, RequestState } from '#domain';
import type { Transaction } from '#platform';
import type { HeldConsent } from './held-consent.ts';

export interface ConsentPage {
  /** Id of the last one seen; newest come first. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** The consent request that a consent answers, and what becomes of it. */
export interface AnsweredAsk {
  readonly id: string;
  readonly state: RequestState;
}

/** Keeps the consents this data user was given. */
export abstract class HeldConsentStore {
  abstract find(id: string): Promise<HeldConsent | undefined>;
  abstract list(page: ConsentPage): Promise<HeldConsent[]>;
  /** Locks it until the transaction ends: keys, parts and receipts of one consent change one after the other. */
  abstract lock(tx: Transaction, id: string): Promise<HeldConsent | undefined>;
  /** Writes it down as the answer to a request. @returns false where one of this id is held, and nothing is written */
  abstract add(tx: Transaction, consent: HeldConsent, answered: AnsweredAsk): Promise<boolean>;
  abstract recordStanding(tx: Transaction, id: string, standing: ConsentStanding, now: Instant): void;
}
