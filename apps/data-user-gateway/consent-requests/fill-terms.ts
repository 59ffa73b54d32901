import {
  addDuration,
  addSeconds,
  type ConsentTemplate,
  type ConsentTerms,
  type DataRange,
  type Duration,
  type Instant,
  type Refusal,
  refuse,
  type TemplateCatalogue,
  toMilliseconds,
} from '#domain';

type Optional<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** The parts of the terms a data user names itself; the template stands in for the others. */
export interface TermsDraft extends Optional<Omit<ConsentTerms, 'purpose' | 'template'>> {
  readonly purpose: { readonly code?: string | undefined; readonly text: string; readonly refUri?: string | undefined };
  readonly template?: string | undefined;
}

/**
 * Terms in full: what the draft leaves out is taken from the template, where that fixes it or as far as it allows.
 * @returns refusal: `template-unknown`, or `terms-contradictory` naming what neither of the two says
 */
export function fillTerms(draft: TermsDraft, templates: TemplateCatalogue, now: Instant): ConsentTerms | Refusal {
  const template = draft.template === undefined ? undefined : templates.get(draft.template);
  if (draft.template !== undefined && template === undefined) return refuse('template-unknown', draft.template);
  const filled = { ...partsOf(template, draft, now), ...present(draft) };
  const { purpose, dataTypes, dataRange, consentMode, fetchType, consentPeriod, dataLife } = filled;
  const code = draft.purpose.code ?? only(template?.purposes);
  const missing = refuse('terms-contradictory', 'neither the terms nor the template say all that is needed');
  if (code === undefined || purpose === undefined || dataTypes === undefined || dataRange === undefined) return missing;
  if (consentMode === undefined || fetchType === undefined) return missing;
  if (consentPeriod === undefined || dataLife === undefined) return missing;
  const frequency = fetchType === 'PERIODIC' ? (filled.frequency ?? template?.maxFrequency[0]) : filled.frequency;
  return withoutAbsent({
    purpose: withoutAbsent({ ...purpose, code }),
    template: draft.template,
    dataTypes,
    dataRange,
    consentMode,
    fetchType,
    frequency,
    consentPeriod,
    dataLife,
    dataFilter: filled.dataFilter ?? [],
    eraseOnRevocation: filled.eraseOnRevocation ?? true,
  });
}

function partsOf(template: ConsentTemplate | undefined, draft: TermsDraft, now: Instant): Partial<ConsentTerms> {
  if (template === undefined) return {};
  const start = draft.consentPeriod?.start ?? now;
  const mode = only(template.consentModes);
  const fetchType = only(template.fetchTypes);
  return {
    dataTypes: template.dataTypes,
    dataRange: longestRangeUpTo(now, template.maxDataRange),
    consentPeriod: { start, expiry: addDuration(start, template.maxConsentPeriod) },
    dataLife: template.maxDataLife,
    eraseOnRevocation: template.eraseOnRevocation,
    ...(mode === undefined ? {} : { consentMode: mode }),
    ...(fetchType === undefined ? {} : { fetchType }),
  };
}

/** Months differ in length: going back and forth again may end days earlier, and then less far back is allowed. */
function longestRangeUpTo(to: Instant, longest: Duration): DataRange {
  const from = addDuration(to, longest, -1);
  const short = toMilliseconds(to) - toMilliseconds(addDuration(from, longest));
  return { from: addSeconds(from, Math.max(0, short) / 1000), to };
}

const only = <T>(choices: readonly T[] | undefined): T | undefined => (choices?.length === 1 ? choices[0] : undefined);

function present(draft: TermsDraft): Partial<ConsentTerms> & { purpose: TermsDraft['purpose'] } {
  return withoutAbsent(draft) as Partial<ConsentTerms> & { purpose: TermsDraft['purpose'] };
}

/** What is signed and digested holds no member without a value. */
function withoutAbsent<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
}
