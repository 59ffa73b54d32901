import { type ConsentTerms, isRefusal, type Narrowed, type Narrowing, narrowTerms, type Refusal } from '#domain';
import type { RequestDetail } from './request-queries.ts';

/** What she has chosen so far: it begins as asked, and only ever becomes less. */
export interface Choices {
  /** Type -> names of the fields she allows; none where she leaves the type out. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly dataRange: ConsentTerms['dataRange'];
  readonly dataLife: string;
  readonly expiry: string;
  /** Absent where it is asked for once. */
  readonly most: number | undefined;
  /** Ids of account links. */
  readonly accounts: readonly string[];
}

export function asAsked({ terms, dataTypes, accounts }: RequestDetail): Choices {
  return {
    fields: Object.fromEntries(dataTypes.map(({ type, fields }) => [type, fields.map(({ name }) => name)])),
    dataRange: terms.dataRange,
    dataLife: terms.dataLife,
    expiry: terms.consentPeriod.expiry,
    most: terms.frequency?.max,
    accounts: accounts.map(({ id }) => id),
  };
}

/** A type that no chosen account holds cannot be answered, so nothing of it is allowed. */
export function isCovered({ accounts }: RequestDetail, chosen: Choices, type: string): boolean {
  return accounts.some(({ id, dataTypes }) => chosen.accounts.includes(id) && dataTypes.includes(type));
}

function dataTypesOf(request: RequestDetail, chosen: Choices): ConsentTerms['dataTypes'] {
  return request.terms.dataTypes.flatMap((term) => {
    const all = request.dataTypes.find(({ type }) => type === term.type)?.fields ?? [];
    const kept = chosen.fields[term.type] ?? [];
    if (kept.length === 0 || (request.mayBeNarrowed && !isCovered(request, chosen, term.type))) return [];
    return kept.length === all.length ? [term] : [{ type: term.type, fields: [...kept] }];
  });
}

/** What she would rather allow, as the consent manager takes it: nothing that is as asked. */
export function narrowingOf(request: RequestDetail, chosen: Choices): Narrowing {
  const { terms } = request;
  const differing = <T>(now: T, asked: T): T | undefined =>
    JSON.stringify(now) === JSON.stringify(asked) ? undefined : now;
  const frequency =
    terms.frequency === undefined ? undefined : { ...terms.frequency, max: chosen.most ?? terms.frequency.max };
  const narrowing: Narrowing = {
    dataTypes: differing(dataTypesOf(request, chosen), terms.dataTypes),
    dataRange: differing(chosen.dataRange, terms.dataRange),
    frequency: differing(frequency, terms.frequency),
    dataLife: differing(chosen.dataLife, terms.dataLife),
    expiry: differing(chosen.expiry, terms.consentPeriod.expiry),
  };
  return Object.fromEntries(Object.entries(narrowing).filter(([, value]) => value !== undefined));
}

/** Those of the chosen accounts that hold something she allows. */
export function answeringAccounts(request: RequestDetail, chosen: Choices): RequestDetail['accounts'] {
  const types = dataTypesOf(request, chosen).map(({ type }) => type);
  return request.accounts.filter(
    ({ id, dataTypes }) => chosen.accounts.includes(id) && dataTypes.some((type) => types.includes(type)),
  );
}

/** By the rule that the consent manager decides by. */
export function grantOf(request: RequestDetail, chosen: Choices): Narrowed | Refusal {
  return narrowTerms(request.terms, narrowingOf(request, chosen), request.mayBeNarrowed);
}

/** Whether there is something to say yes to. */
export function canAllow(request: RequestDetail, chosen: Choices): boolean {
  return !isRefusal(grantOf(request, chosen)) && answeringAccounts(request, chosen).length > 0;
}
