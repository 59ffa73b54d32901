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

/** Refuses terms that ask for anything beyond `wide`; what a person may not change must be the same. */
export function checkTermsWithin(narrow: ConsentTerms, wide: ConsentTerms): Refusal | undefined {
  const covered =
    checkDataTypesCovered(narrow.dataTypes, wide.dataTypes, widens) ??
    checkDataRangeCovered(narrow.dataRange, wide.dataRange, widens);
  if (covered !== undefined) return covered;
  const wider = (term: string) => refuse('narrowing-widens', term);
  if (narrow.dataTypes.length === 0) return wider('dataTypes');
  if (!isAtMost(narrow.frequency, wide.frequency)) return wider('frequency');
  if (compareDurations(narrow.dataLife, wide.dataLife) > 0) return wider('dataLife');
  if (narrow.consentPeriod.start < wide.consentPeriod.start) return wider('consentPeriod');
  if (narrow.consentPeriod.expiry > wide.consentPeriod.expiry) return wider('consentPeriod');
  if (!wide.dataFilter.every((filter) => narrow.dataFilter.some((kept) => sameFilter(kept, filter)))) {
    return wider('dataFilter');
  }
  if (narrow.purpose.code !== wide.purpose.code) return wider('purpose');
  if (narrow.template !== wide.template) return wider('template');
  if (narrow.consentMode !== wide.consentMode) return wider('consentMode');
  if (narrow.fetchType !== wide.fetchType) return wider('fetchType');
  if (wide.eraseOnRevocation && !narrow.eraseOnRevocation) return wider('eraseOnRevocation');
  return undefined;
}
