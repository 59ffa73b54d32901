import { addDuration, compareDurations } from '../clock/duration.ts';
import type { Instant } from '../clock/instant.ts';
import type { ConsentTerms } from '../consent-artefact/consent-terms.ts';
import { type CoverCodes, checkDataTypesCovered, isAtMost } from '../consent-artefact/terms-cover.ts';
import type { DataTypeCatalogue } from '../data-type/data-type.ts';
import type { PurposeCatalogue } from '../purpose/purpose-code.ts';
import { type Refusal, refuse } from '../refusal/refusal.ts';
import type { TemplateCatalogue } from '../template/consent-template.ts';

export interface Catalogues {
  readonly purposes: PurposeCatalogue;
  readonly dataTypes: DataTypeCatalogue;
  readonly templates: TemplateCatalogue;
}

export interface ConsentAsk {
  readonly terms: ConsentTerms;
  readonly mayBeNarrowed: boolean;
}

type RequestCheck = (ask: ConsentAsk, catalogues: Catalogues, now: Instant) => Refusal | undefined;

const contradiction = (detail: string) => refuse('terms-contradictory', detail);

export const checkPurposeListed: RequestCheck = ({ terms }, { purposes }) =>
  purposes.has(terms.purpose.code) ? undefined : refuse('purpose-unknown', terms.purpose.code);

export const checkDataTypesListed: RequestCheck = ({ terms }, { dataTypes }) => {
  const named = [...terms.dataTypes, ...terms.dataFilter.map(({ type, field }) => ({ type, fields: [field] }))];
  for (const { type, fields } of named) {
    const known = dataTypes.get(type);
    if (known === undefined) return refuse('data-type-unknown', type);
    const strange = fields?.find((field) => !known.fields.includes(field));
    if (strange !== undefined) return refuse('field-unknown', `${type} ${strange}`);
  }
  return undefined;
};

export const checkTermsAgree: RequestCheck = ({ terms }, _catalogues, now) => {
  const types = terms.dataTypes.map(({ type }) => type);
  if (types.length === 0) return contradiction('no data type is asked for');
  if (new Set(types).size !== types.length) return contradiction('a data type is named twice');
  if (terms.dataTypes.some(({ fields }) => fields?.length === 0)) return contradiction('a data type without a field');
  if (terms.dataFilter.some(({ type }) => !types.includes(type))) return contradiction('a filter on a type not asked');
  if (terms.dataRange.from >= terms.dataRange.to) return contradiction('dataRange is empty');
  if (terms.consentPeriod.start >= terms.consentPeriod.expiry) return contradiction('consentPeriod is empty');
  if (terms.consentPeriod.expiry <= now) return contradiction('consentPeriod is over');
  if ((terms.fetchType === 'PERIODIC') !== (terms.frequency !== undefined)) {
    return contradiction('frequency stands exactly where fetchType is PERIODIC');
  }
  if (terms.consentMode === 'VIEW' && compareDurations(terms.dataLife, 'P1D') > 0) {
    return contradiction('what is only viewed may live a day at most');
  }
  return undefined;
};

const beyondTemplate: CoverCodes = { type: 'outside-template', field: 'outside-template', range: 'outside-template' };

/** Each limit of the template that the request names. */
export const checkTemplate: RequestCheck = ({ terms, mayBeNarrowed }, { templates }) => {
  if (terms.template === undefined) return undefined;
  const template = templates.get(terms.template);
  if (template === undefined) return refuse('template-unknown', terms.template);
  const { frequency, dataRange, consentPeriod } = terms;
  const limits: readonly (readonly [within: boolean, term: string])[] = [
    [template.purposes.includes(terms.purpose.code), 'purpose'],
    [template.consentModes.includes(terms.consentMode), 'consentMode'],
    [template.fetchTypes.includes(terms.fetchType), 'fetchType'],
    [dataRange.to <= addDuration(dataRange.from, template.maxDataRange), 'dataRange'],
    [consentPeriod.expiry <= addDuration(consentPeriod.start, template.maxConsentPeriod), 'consentPeriod'],
    [compareDurations(terms.dataLife, template.maxDataLife) <= 0, 'dataLife'],
    [frequency === undefined || template.maxFrequency.some((limit) => isAtMost(frequency, limit)), 'frequency'],
    [terms.eraseOnRevocation || !template.eraseOnRevocation, 'eraseOnRevocation'],
    [mayBeNarrowed || !template.alwaysNarrowable, 'mayBeNarrowed'],
  ];
  const broken = limits.find(([within]) => !within);
  return (
    checkDataTypesCovered(terms.dataTypes, template.dataTypes, beyondTemplate) ??
    (broken === undefined ? undefined : refuse('outside-template', broken[1]))
  );
};

/** Every reason to refuse a consent request before a person sees it, in the order they are asked. */
export const requestChecks: readonly RequestCheck[] = [
  checkPurposeListed,
  checkDataTypesListed,
  checkTermsAgree,
  checkTemplate,
];

export function checkConsentRequest(ask: ConsentAsk, catalogues: Catalogues, now: Instant): Refusal | undefined {
  for (const check of requestChecks) {
    const refusal = check(ask, catalogues, now);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}
