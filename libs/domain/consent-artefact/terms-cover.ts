import { compareDurations } from '../clock/duration.ts';
import { type Refusal, type RefusalCode, refuse } from '../refusal/refusal.ts';
import type { ConsentTerms, DataFilter, DataRange, DataTypeTerm, Frequency } from './consent-terms.ts';

/** Which codes to answer with, since the same comparison refuses a narrowing, a template breach or a data request. */
export interface CoverCodes {
  readonly type: RefusalCode;
  readonly field: RefusalCode;
  readonly range: RefusalCode;
}

/** Every asked type, and every asked field of it, stands in what is granted. No `fields` means all of them. */
export function checkDataTypesCovered(
  asked: readonly DataTypeTerm[],
  granted: readonly DataTypeTerm[],
  codes: CoverCodes,
): Refusal | undefined {
  for (const { type, fields } of asked) {
    const grant = granted.find((term) => term.type === type);
    if (grant === undefined) return refuse(codes.type, `data type ${type}`);
    if (grant.fields === undefined) continue;
    const beyond = fields?.find((field) => !grant.fields?.includes(field));
    if (fields === undefined) return refuse(codes.field, `data type ${type} is granted in part, name its fields`);
    if (beyond !== undefined) return refuse(codes.field, `field ${beyond} of data type ${type}`);
  }
  return undefined;
}

export function checkDataRangeCovered(asked: DataRange, granted: DataRange, codes: CoverCodes): Refusal | undefined {
  return asked.from < granted.from || asked.to > granted.to
    ? refuse(codes.range, `asked ${asked.from} to ${asked.to}, granted ${granted.from} to ${granted.to}`)
    : undefined;
}

export function sameFilter(a: DataFilter, b: DataFilter): boolean {
  return a.type === b.type && a.field === b.field && a.operator === b.operator && a.value === b.value;
}

/** Frequencies of different units are not compared: only a lower count of the same unit is surely less. */
export function isAtMost(asked: Frequency | undefined, limit: Frequency | undefined): boolean {
  if (asked === undefined || limit === undefined) return asked === undefined && limit === undefined;
  return asked.per === limit.per && asked.max <= limit.max;
}

const widens: CoverCodes = { type: 'narrowing-widens', field: 'narrowing-widens', range: 'narrowing-widens' };

type TermCover = (narrow: ConsentTerms, wide: ConsentTerms) => boolean;

const isSame =
  (term: 'template' | 'consentMode' | 'fetchType'): TermCover =>
  (narrow, wide) =>
    narrow[term] === wide[term];

/** Of each term but data types and data range: whether what is narrow asks for nothing beyond what is wide. */
export const termCovers = {
  frequency: (narrow, wide) => isAtMost(narrow.frequency, wide.frequency),
  dataLife: (narrow, wide) => compareDurations(narrow.dataLife, wide.dataLife) <= 0,
  consentPeriod: ({ consentPeriod: narrow }, { consentPeriod: wide }) =>
    narrow.start >= wide.start && narrow.expiry <= wide.expiry,
  dataFilter: (narrow, wide) =>
    wide.dataFilter.every((filter) => narrow.dataFilter.some((kept) => sameFilter(kept, filter))),
  purpose: (narrow, wide) => narrow.purpose.code === wide.purpose.code,
  template: isSame('template'),
  consentMode: isSame('consentMode'),
  fetchType: isSame('fetchType'),
  eraseOnRevocation: (narrow, wide) => narrow.eraseOnRevocation || !wide.eraseOnRevocation,
} as const satisfies Partial<Record<keyof ConsentTerms, TermCover>>;

/** Refuses terms that ask for anything beyond `wide`; what a person may not change must be the same. */
export function checkTermsWithin(narrow: ConsentTerms, wide: ConsentTerms): Refusal | undefined {
  const covered =
    checkDataTypesCovered(narrow.dataTypes, wide.dataTypes, widens) ??
    checkDataRangeCovered(narrow.dataRange, wide.dataRange, widens);
  if (covered !== undefined) return covered;
  if (narrow.dataTypes.length === 0) return refuse('narrowing-widens', 'dataTypes');
  const wider = Object.entries(termCovers).find(([, covers]) => !covers(narrow, wide));
  return wider === undefined ? undefined : refuse('narrowing-widens', wider[0]);
}
