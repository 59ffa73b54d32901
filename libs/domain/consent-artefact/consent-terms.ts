import type { Duration } from '../clock/duration.ts';
import type { Instant } from '../clock/instant.ts';

export const consentModes = ['VIEW', 'STORE'] as const;
/** VIEW: shown and forgotten within a day. STORE: kept until data life ends. */
export type ConsentMode = (typeof consentModes)[number];

export const fetchTypes = ['ONETIME', 'PERIODIC'] as const;
export type FetchType = (typeof fetchTypes)[number];

export const frequencyUnits = ['HOUR', 'DAY', 'WEEK', 'MONTH', 'YEAR'] as const;
export type FrequencyUnit = (typeof frequencyUnits)[number];

/** At most `max` data requests in each window of one `per`, counted in UTC from the start of the consent period. */
export interface Frequency {
  readonly max: number;
  readonly per: FrequencyUnit;
}

export interface Purpose {
  /** From the closed list in consent-artefacts/codes/purpose-codes.json. */
  readonly code: string;
  readonly text: string;
  readonly refUri?: string | undefined;
}

/** One kind of record; `fields` are top-level names of its schema, absent means every field. */
export interface DataTypeTerm {
  readonly type: string;
  readonly fields?: readonly string[] | undefined;
}

/** Records dated `from` (inclusive) to `to` (exclusive). */
export interface DataRange {
  readonly from: Instant;
  readonly to: Instant;
}

export const filterOperators = ['=', '!=', '<', '<=', '>', '>='] as const;
export type FilterOperator = (typeof filterOperators)[number];

/** Only records whose field stands in this relation to the value are released. */
export interface DataFilter {
  readonly type: string;
  readonly field: string;
  readonly operator: FilterOperator;
  readonly value: string | number;
}

export interface ConsentPeriod {
  readonly start: Instant;
  readonly expiry: Instant;
}

/** What is asked, and in the artefact: what is granted. */
export interface ConsentTerms {
  readonly purpose: Purpose;
  /** Binds the limits of consent-artefacts/templates/<id>.json. */
  readonly template?: string | undefined;
  readonly dataTypes: readonly DataTypeTerm[];
  readonly dataRange: DataRange;
  readonly consentMode: ConsentMode;
  readonly fetchType: FetchType;
  /** Present exactly where fetchType is PERIODIC. */
  readonly frequency?: Frequency | undefined;
  readonly consentPeriod: ConsentPeriod;
  /** How long the data user may keep each answer, counted from its receipt. */
  readonly dataLife: Duration;
  readonly dataFilter: readonly DataFilter[];
  /** Where true, revoking also ends the life of the data already received. */
  readonly eraseOnRevocation: boolean;
}
