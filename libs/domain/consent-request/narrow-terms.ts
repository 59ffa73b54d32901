import type { Duration } from '../clock/duration.ts';
import type { Instant } from '../clock/instant.ts';
import type {
  ConsentTerms,
  DataFilter,
  DataRange,
  DataTypeTerm,
  Frequency,
} from '../consent-artefact/consent-terms.ts';
import { checkTermsWithin } from '../consent-artefact/terms-cover.ts';
import { isRefusal, type Refusal, refuse } from '../refusal/refusal.ts';

/** What the person would rather allow; what is absent stays as asked. */
export interface Narrowing {
  readonly dataTypes?: readonly DataTypeTerm[] | undefined;
  readonly dataRange?: DataRange | undefined;
  readonly frequency?: Frequency | undefined;
  readonly dataLife?: Duration | undefined;
  readonly expiry?: Instant | undefined;
  readonly addFilters?: readonly DataFilter[] | undefined;
}

/** One term that was granted for less than was asked: the signed difference that the data user sees. */
export interface NarrowedTerm {
  readonly term: 'dataTypes' | 'dataRange' | 'frequency' | 'dataLife' | 'consentPeriod' | 'dataFilter';
  readonly asked: unknown;
  readonly granted: unknown;
}

export interface Narrowed {
  readonly terms: ConsentTerms;
  readonly narrowedFrom: readonly NarrowedTerm[];
}

const narrowable = ['dataTypes', 'dataRange', 'frequency', 'dataLife', 'consentPeriod', 'dataFilter'] as const;

/** @returns the terms as granted, and each term in which they differ from what was asked */
export function narrowTerms(asked: ConsentTerms, narrowing: Narrowing, mayBeNarrowed: boolean): Narrowed | Refusal {
  const terms: ConsentTerms = {
    ...asked,
    dataTypes: narrowing.dataTypes ?? asked.dataTypes,
    dataRange: narrowing.dataRange ?? asked.dataRange,
    frequency: narrowing.frequency ?? asked.frequency,
    dataLife: narrowing.dataLife ?? asked.dataLife,
    consentPeriod: { ...asked.consentPeriod, expiry: narrowing.expiry ?? asked.consentPeriod.expiry },
    dataFilter: [...asked.dataFilter, ...(narrowing.addFilters ?? [])],
  };
  const beyond = checkTermsWithin(terms, asked) ?? checkStillMeaningful(terms);
  if (isRefusal(beyond)) return beyond;
  const narrowedFrom = narrowable
    .filter((term) => JSON.stringify(terms[term]) !== JSON.stringify(asked[term]))
    .map((term) => ({ term, asked: asked[term], granted: terms[term] }));
  return narrowedFrom.length > 0 && !mayBeNarrowed
    ? refuse('narrowing-not-allowed', narrowedFrom.map(({ term }) => term).join(', '))
    : { terms, narrowedFrom };
}

function checkStillMeaningful(terms: ConsentTerms): Refusal | undefined {
  if (terms.dataRange.from >= terms.dataRange.to) return refuse('terms-contradictory', 'dataRange is empty');
  if (terms.consentPeriod.start >= terms.consentPeriod.expiry) {
    return refuse('terms-contradictory', 'consentPeriod is empty');
  }
  if (terms.dataTypes.some(({ fields }) => fields?.length === 0)) {
    return refuse('terms-contradictory', 'a data type without a field');
  }
  return undefined;
}
