import type { ConsentStanding, Instant } from '#domain';
import type { EventReceipt, PreparedTrail, Transaction } from '#platform';
import type { AskedConsent } from '../consent-requests/asked-consent.ts';
import type { HeldConsent } from './held-consent.ts';

export interface ConsentPage {
  /** Id of the last one seen; newest come first. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** What is written with the news of a consent, in the same statement. */
export interface ConsentNews {
  readonly at: Instant;
  readonly noted: PreparedTrail;
  /** Of the event that brought it. */
  readonly receipt: EventReceipt;
}

/** Keeps the consents this data user was given. */
export abstract class HeldConsentStore {
  abstract find(id: string): Promise<HeldConsent | undefined>;
  abstract list(page: ConsentPage): Promise<HeldConsent[]>;
  /** Locks it until the transaction ends: keys, parts and receipts of one consent change one after the other. */
  abstract lock(tx: Transaction, id: string): Promise<HeldConsent | undefined>;
  /** Writes one that is not held down as the answer to a request, which is locked. @param answered as it stands with it */
  abstract add(tx: Transaction, consent: HeldConsent, answered: AskedConsent): void;
  /** As `add`, as the last of the transaction. @returns false where the request was answered meanwhile: nothing is written */
  abstract addLast(tx: Transaction, consent: HeldConsent, answered: AskedConsent, news: ConsentNews): Promise<boolean>;
  /** As the last of the transaction. @returns false where this is no news by now: nothing is written */
  abstract moveLast(
    tx: Transaction,
    consent: Pick<HeldConsent, 'id' | 'manager'>,
    standing: ConsentStanding,
    news: ConsentNews,
  ): Promise<boolean>;
  abstract recordStanding(tx: Transaction, id: string, standing: ConsentStanding, now: Instant): void;
}
