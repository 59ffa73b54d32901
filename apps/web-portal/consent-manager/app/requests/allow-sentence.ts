import type { ConsentTerms } from '#domain';
import { type DataWords, dataWords, type PersonWords } from '../words/data-words.ts';
import { detailsOf } from '../words/details.ts';
import { type Formatter, frequencyWords, lengthWords, rangeWords } from '../words/terms-words.ts';

export interface Allowing {
  readonly who: string;
  readonly terms: ConsentTerms;
  /** Those that are to answer. */
  readonly accounts: readonly { readonly label: string; readonly provider: string }[];
  /** Type -> how many details it was asked with. */
  readonly detailsAsked: Readonly<Record<string, number>>;
}

const mostNamed = 3;

/** What she is about to allow, whole, in one sentence. */
export function allowSentence(t: PersonWords, format: Formatter, allowing: Allowing): string {
  const { who, terms } = allowing;
  const words = dataWords(t);
  return t('allow.sentence', {
    who: apart(who),
    data: format.list(terms.dataTypes.map((term) => partWords(t, words, term, allowing))),
    accounts: accountWords(t, format, allowing.accounts),
    ...rangeWords(format, terms.dataRange),
    often: frequencyWords(t, terms.frequency),
    until: format.dateTime(new Date(terms.consentPeriod.expiry), { dateStyle: 'medium' }),
    purpose: words.purposeTitle(terms.purpose.code, terms.purpose.text),
    mode: terms.consentMode,
    life: lengthWords(format, terms.dataLife),
    erased: terms.eraseOnRevocation ? 'yes' : 'no',
  });
}

/** A name written in another direction keeps its own (Unicode: FSI … PDI), and does not mix up the sentence. */
const apart = (name: string): string => `\u2068${name}\u2069`;

function accountWords(t: PersonWords, format: Formatter, accounts: Allowing['accounts']): string {
  const byProvider = Map.groupBy(accounts, ({ provider }) => provider);
  const parts = [...byProvider].map(([provider, held]) => {
    const labels = held.map(({ label }) => apart(label));
    const named = labels.length > mostNamed ? t('allow.accounts', { count: labels.length }) : format.list(labels);
    return t('allow.account', { label: named, provider: apart(provider) });
  });
  return format.list(parts);
}

function partWords(
  t: PersonWords,
  words: DataWords,
  { type, fields }: ConsentTerms['dataTypes'][number],
  { detailsAsked }: Allowing,
): string {
  // Titles begin with a capital where they stand alone.
  const title = words.typeTitle(type).replace(/^./u, (first) => first.toLowerCase());
  const all = detailsAsked[type];
  const count = fields === undefined ? all : detailsOf(fields).length;
  return count === undefined || all === undefined || count === all ? title : t('allow.part', { title, count, all });
}
