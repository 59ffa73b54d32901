import type { ConsentStanding } from '#domain';
import type { Transaction } from '#platform';
import type { HeldConsent } from './held-consent.ts';

export interface ConsentPage {
  /** Id of the last one seen; newest come first. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Keeps the consents this data user was given. */
export abstract class HeldConsentStore {
  abstract find(id: string): Promise<HeldConsent | undefined>;
  abstract list(page: ConsentPage): Promise<HeldConsent[]>;
  /** Locks it until the transaction ends: keys, parts and receipts of one consent change one after the other. */
  abstract lock(tx: Transaction, id: string): Promise<HeldConsent | undefined>;
  abstract add(tx: Transaction, consent: HeldConsent): Promise<void>;
  abstract recordStanding(tx: Transaction, id: string, standing: ConsentStanding): Promise<void>;
}
