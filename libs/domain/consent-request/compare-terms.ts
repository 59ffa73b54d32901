import { type Instant, toMilliseconds } from '../clock/instant.ts';
import type { ConsentTerms, DataTypeTerm } from '../consent-artefact/consent-terms.ts';
import { type CoverCodes, checkDataTypesCovered, termCovers } from '../consent-artefact/terms-cover.ts';
import type { DataTypeCatalogue } from '../data-type/data-type.ts';

/** `other` where neither is less than the other: what cannot be said to be less is not. */
export const termChanges = ['more', 'other', 'less', 'same'] as const;
export type TermChange = (typeof termChanges)[number];

/** Terms, and the digest of the words that a person reads beside them. */
export interface SaidTerms {
  readonly terms: ConsentTerms;
  readonly noticeDigest: string;
}

export const comparedTerms = [
  'purpose',
  'notice',
  'dataTypes',
  'dataRange',
  'frequency',
  'consentPeriod',
  'dataLife',
  'dataFilter',
  'consentMode',
  'eraseOnRevocation',
  'template',
] as const;
export type ComparedTerm = (typeof comparedTerms)[number];

export interface TermDifference {
  readonly term: ComparedTerm;
  readonly change: TermChange;
}

export interface DataTypeDifference {
  readonly type: string;
  readonly change: TermChange;
  /** Fields that are asked for now and were not given then. */
  readonly more: readonly string[];
  /** Fields that were given then and are not asked for now. */
  readonly less: readonly string[];
}

type Compare = (now: ConsentTerms, then: ConsentTerms) => TermChange;
type Cover = (narrow: ConsentTerms, wide: ConsentTerms) => boolean;

const byCover =
  (covers: Cover, isMore: Cover = () => false): Compare =>
  (now, then) => {
    if (covers(now, then)) return covers(then, now) ? 'same' : 'less';
    return covers(then, now) || isMore(now, then) ? 'more' : 'other';
  };

const length = (from: Instant, to: Instant) => toMilliseconds(to) - toMilliseconds(from);

function byLength(now: number, then: number): TermChange {
  if (now === then) return 'same';
  return now > then ? 'more' : 'less';
}

const codes: CoverCodes = { type: 'narrowing-widens', field: 'narrowing-widens', range: 'narrowing-widens' };
const covered = (narrow: readonly DataTypeTerm[], wide: readonly DataTypeTerm[]) =>
  checkDataTypesCovered(narrow, wide, codes) === undefined;

/** What goes beyond in any part is more, whatever else it leaves out. */
function byDataTypes(now: readonly DataTypeTerm[], then: readonly DataTypeTerm[]): TermChange {
  if (!covered(now, then)) return 'more';
  return covered(then, now) ? 'same' : 'less';
}

/** Spans lie later in what is asked anew: they may move on, never grow or reach further back. */
const compares: Record<Exclude<ComparedTerm, 'notice'>, Compare> = {
  purpose: (now, then) => {
    const same = now.purpose.text === then.purpose.text && now.purpose.refUri === then.purpose.refUri;
    return same && termCovers.purpose(now, then) ? 'same' : 'other';
  },
  dataTypes: (now, then) => byDataTypes(now.dataTypes, then.dataTypes),
  dataRange: ({ dataRange: now }, { dataRange: then }) =>
    now.from < then.from ? 'more' : byLength(length(now.from, now.to), length(then.from, then.to)),
  frequency: byCover(
    (narrow, wide) => termCovers.fetchType(narrow, wide) && termCovers.frequency(narrow, wide),
    (now, then) => now.fetchType === 'PERIODIC' && then.fetchType === 'ONETIME',
  ),
  consentPeriod: ({ consentPeriod: now }, { consentPeriod: then }) =>
    byLength(length(now.start, now.expiry), length(then.start, then.expiry)),
  dataLife: byCover(termCovers.dataLife),
  dataFilter: byCover(termCovers.dataFilter),
  consentMode: byCover(
    termCovers.consentMode,
    (now, then) => now.consentMode === 'STORE' && then.consentMode === 'VIEW',
  ),
  eraseOnRevocation: byCover(termCovers.eraseOnRevocation),
  template: byCover(termCovers.template),
};

/** How terms that are asked for differ from terms that were given before: each term, in the order a person reads them. */
export function compareTerms(asked: SaidTerms, former: SaidTerms): TermDifference[] {
  return comparedTerms.map((term) => {
    if (term !== 'notice') return { term, change: compares[term](asked.terms, former.terms) };
    return { term, change: asked.noticeDigest === former.noticeDigest ? 'same' : 'other' };
  });
}

/** Whether a difference goes beyond what was given. */
export function isBeyond({ change }: { readonly change: TermChange }): boolean {
  return change === 'more' || change === 'other';
}

/** The same of each kind of record, those asked for first. */
export function compareDataTypes(
  asked: readonly DataTypeTerm[],
  former: readonly DataTypeTerm[],
  catalogue: DataTypeCatalogue,
): DataTypeDifference[] {
  const types = [...new Set([...asked, ...former].map(({ type }) => type))];
  return types.map((type) => {
    const [now, then] = [asked, former].map((terms) => terms.filter((term) => term.type === type));
    const [fields, before] = [fieldsOf(now?.[0], catalogue), fieldsOf(then?.[0], catalogue)];
    return {
      type,
      change: byDataTypes(now ?? [], then ?? []),
      more: fields.filter((field) => !before.includes(field)),
      less: before.filter((field) => !fields.includes(field)),
    };
  });
}

function fieldsOf(term: DataTypeTerm | undefined, catalogue: DataTypeCatalogue): readonly string[] {
  return term === undefined ? [] : (term.fields ?? catalogue.get(term.type)?.fields ?? []);
}

/** Accounts that could answer, and those that did before. */
export function compareAccounts(
  now: readonly string[],
  then: readonly string[],
): { readonly id: string; readonly change: TermChange }[] {
  return [...new Set([...now, ...then])].map((id) => {
    if (!then.includes(id)) return { id, change: 'more' };
    return { id, change: now.includes(id) ? 'same' : 'less' };
  });
}
