import type { Duration } from '../clock/duration.ts';
import type { ConsentMode, DataTypeTerm, FetchType, Frequency } from '../consent-artefact/consent-terms.ts';

/** A ready-made kind of consent request: what one purpose may ask for at the most. Each limit binds at every node. */
export interface ConsentTemplate {
  readonly id: string;
  readonly title: string;
  readonly purposes: readonly string[];
  readonly dataTypes: readonly DataTypeTerm[];
  readonly consentModes: readonly ConsentMode[];
  readonly fetchTypes: readonly FetchType[];
  readonly maxDataRange: Duration;
  readonly maxConsentPeriod: Duration;
  readonly maxDataLife: Duration;
  /** The highest frequency per unit; a unit that is not here is not allowed. */
  readonly maxFrequency: readonly Frequency[];
  /** Where true, a request under this template must promise to erase on revocation. */
  readonly eraseOnRevocation: boolean;
  /** Where true, the person may always narrow. */
  readonly alwaysNarrowable: boolean;
}

export type TemplateCatalogue = ReadonlyMap<string, ConsentTemplate>;
