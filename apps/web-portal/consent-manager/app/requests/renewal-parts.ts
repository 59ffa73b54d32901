import type { ConsentTerms, TermChange } from '#domain';
import { type DataWords, dataWords, type PersonWords } from '../words/data-words.ts';
import { detailsOf } from '../words/details.ts';
import { type Formatter, frequencyWords, lengthWords, rangeWords } from '../words/terms-words.ts';
import type { RequestDetail } from './request-queries.ts';

export type Renewal = NonNullable<RequestDetail['renews']>;
type Term = Renewal['changes'][number]['term'];

/** One line of what differs, or stays. */
export interface RenewalPart {
  readonly name: string;
  readonly value: string;
}

const dayMs = 86_400_000;
const mostNamed = 6;

/** What is asked beside what she gave before: by whether it is more, different, less or the same. */
export function renewalParts(
  t: PersonWords,
  format: Formatter,
  request: RequestDetail,
  renewal: Renewal,
  providerOf: (id: string) => string,
): Record<TermChange, RenewalPart[]> {
  const parts: Record<TermChange, RenewalPart[]> = { more: [], other: [], less: [], same: [] };
  const words = dataWords(t);
  for (const one of renewal.dataTypes) {
    const value = dataTypeWords(t, format, words, one, renewal.terms);
    parts[one.change].push({ name: words.typeTitle(one.type, one.title), value });
  }
  for (const { term, change } of renewal.changes) {
    // Each kind of record stands for itself, and a template only binds what stands here.
    if (term === 'dataTypes' || (term === 'template' && change === 'same')) continue;
    const [now, before] = [request.terms, renewal.terms].map((terms) => termWords(t, format, words, term, terms));
    const differs = change !== 'same' && now !== before && before !== '';
    const value = differs ? t('renewal.before', { now: now ?? '', before: before ?? '' }) : (now ?? '');
    parts[change].push({ name: t(`renewal.terms.${term}`), value });
  }
  for (const change of ['more', 'less', 'same'] as const) {
    const held = renewal.accounts.filter((account) => account.change === change);
    const labels = held.map(({ label, dataProvider }) =>
      t('allow.account', { label: `\u2068${label}\u2069`, provider: providerOf(dataProvider) }),
    );
    if (labels.length > 0) parts[change].push({ name: t(`renewal.accounts.${change}`), value: format.list(labels) });
  }
  return parts;
}

function dataTypeWords(
  t: PersonWords,
  format: Formatter,
  words: DataWords,
  { type, change, more, less }: Renewal['dataTypes'][number],
  { dataTypes }: Renewal['terms'],
): string {
  const named = (fields: typeof more) => {
    const details = detailsOf(fields.map(({ name }) => name));
    const titles = details.slice(0, mostNamed).map((name) => {
      const title = fields.find((field) => field.name === name)?.title ?? name;
      return words.fieldTitle(type, name, title);
    });
    const left = details.length - titles.length;
    return format.list(left > 0 ? [...titles, t('renewal.furtherDetails', { count: left })] : titles);
  };
  if (!dataTypes.some((term) => term.type === type)) {
    return t('renewal.newType', { count: detailsOf(more.map(({ name }) => name)).length });
  }
  if (change === 'same') return t('renewal.sameType');
  const parts = [
    ...(more.length > 0 ? [t('renewal.moreDetails', { details: named(more) })] : []),
    ...(less.length > 0 ? [t('renewal.lessDetails', { details: named(less) })] : []),
  ];
  return parts.join(' ');
}

function termWords(t: PersonWords, format: Formatter, words: DataWords, term: Term, terms: ConsentTerms): string {
  const life = lengthWords(format, terms.dataLife);
  switch (term) {
    case 'purpose':
      return `${words.purposeTitle(terms.purpose.code, terms.purpose.code)}: \u2068${terms.purpose.text}\u2069`;
    case 'dataRange':
      return t('request.rangeAsked', rangeWords(format, terms.dataRange));
    case 'frequency':
      return frequencyWords(t, terms.frequency);
    case 'consentPeriod': {
      const { start, expiry } = terms.consentPeriod;
      return lengthWords(format, `P${Math.max(1, Math.round((Date.parse(expiry) - Date.parse(start)) / dayMs))}D`);
    }
    case 'dataLife':
      return life;
    case 'dataFilter':
      return format.list(terms.dataFilter.map(({ field, operator, value }) => `${field} ${operator} ${value}`));
    case 'consentMode':
      return t('renewal.mode', { mode: terms.consentMode });
    case 'eraseOnRevocation':
      return t('renewal.erased', { erased: terms.eraseOnRevocation ? 'yes' : 'no' });
    default:
      return '';
  }
}
