import {
  type Catalogues,
  type ConsentTerms,
  checkDataTypesListed,
  checkTermsAgree,
  type DataTypeTerm,
  type Instant,
  isRefusal,
  type Narrowed,
  type Narrowing,
  narrowTerms,
  type ParticipantId,
  type Refusal,
  refuse,
} from '#domain';

/** An account that could answer. */
export interface LinkedAccount {
  readonly id: string;
  readonly dataProvider: ParticipantId;
  readonly providerLinkId: string;
  readonly dataTypes: readonly string[];
}

export interface Decision {
  /** Ids of her account links; all that hold something asked for where absent. */
  readonly accounts?: readonly string[] | undefined;
  readonly narrowing?: Narrowing | undefined;
}

export interface Grant extends Narrowed {
  /** The accounts that are to answer, none empty. */
  readonly accounts: readonly LinkedAccount[];
}

interface AskedFor {
  readonly terms: ConsentTerms;
  readonly mayBeNarrowed: boolean;
}

/** What a person's yes gives: the terms as she narrowed them, and the accounts that hold what they name. */
export function chooseGrant(
  asked: AskedFor,
  decision: Decision,
  linked: readonly LinkedAccount[],
  catalogues: Catalogues,
  now: Instant,
): Grant | Refusal {
  const narrowed = narrow(asked, decision.narrowing ?? {}, catalogues, now);
  if (isRefusal(narrowed)) return narrowed;
  const stranger = decision.accounts?.find((id) => !linked.some((account) => account.id === id));
  if (stranger !== undefined) return refuse('account-not-yours', stranger);
  const chosen = linked.filter(({ id }) => decision.accounts?.includes(id) ?? true);
  const holds = ({ dataTypes }: LinkedAccount) => narrowed.terms.dataTypes.some(({ type }) => dataTypes.includes(type));
  const accounts = chosen.filter(holds);
  const covered = narrowed.terms.dataTypes.filter(({ type }) =>
    accounts.some(({ dataTypes }) => dataTypes.includes(type)),
  );
  if (covered.length === 0) return refuse('no-account-covers');
  if (covered.length === narrowed.terms.dataTypes.length) return { ...narrowed, accounts };
  return leaveOut(asked, decision.narrowing ?? {}, narrowed.terms.dataTypes, covered, accounts);
}

function narrow(asked: AskedFor, narrowing: Narrowing, catalogues: Catalogues, now: Instant): Narrowed | Refusal {
  const narrowed = narrowTerms(asked.terms, narrowing, asked.mayBeNarrowed);
  if (isRefusal(narrowed)) return narrowed;
  const types = narrowed.terms.dataTypes.map(({ type }) => type);
  // A filter stays with its data type where she leaves the type out.
  const dataFilter = narrowed.terms.dataFilter.filter(({ type }) => types.includes(type));
  const ask = { terms: { ...narrowed.terms, dataFilter }, mayBeNarrowed: asked.mayBeNarrowed };
  return checkDataTypesListed(ask, catalogues, now) ?? checkTermsAgree(ask, catalogues, now) ?? narrowed;
}

/** What no account holds cannot be given: it is left out openly, or, where the data user takes all or nothing, refused. */
function leaveOut(
  asked: AskedFor,
  narrowing: Narrowing,
  wanted: readonly DataTypeTerm[],
  covered: readonly DataTypeTerm[],
  accounts: readonly LinkedAccount[],
): Grant | Refusal {
  const missing = wanted.filter((term) => !covered.includes(term)).map(({ type }) => type);
  if (!asked.mayBeNarrowed) return refuse('no-account-covers', missing.join(', '));
  const narrowed = narrowTerms(asked.terms, { ...narrowing, dataTypes: covered }, true);
  return isRefusal(narrowed) ? narrowed : { ...narrowed, accounts };
}
