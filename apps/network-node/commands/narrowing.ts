import { addDuration, type ConsentTerms, type DataTypeTerm, isDuration, type Narrowing } from '#domain';
import { CommandFailure } from '../terminal/command-failure.ts';
import { readInstant } from './read-instant.ts';

export interface NarrowOptions {
  readonly months?: string;
  readonly types?: string;
  readonly fields?: string;
  readonly life?: string;
  readonly max?: string;
  readonly until?: string;
}

const usage = (message: string) => new CommandFailure('usage', message);
const names = (list: string) => list.split(',').map((name) => name.trim());

function wholeNumber(text: string, option: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw usage(`--${option} ${text}: a whole number is needed`);
  return Number(text);
}

function fewerTypes(asked: readonly DataTypeTerm[], list: string): readonly DataTypeTerm[] {
  return names(list).map((name) => {
    const found = asked.find(({ type }) => type === name);
    if (found === undefined) throw usage(`${name} is not asked for: ${asked.map(({ type }) => type).join(', ')}`);
    return found;
  });
}

function lastMonths({ dataRange }: ConsentTerms, months: string): Pick<Narrowing, 'dataRange'> {
  const from = addDuration(dataRange.to, `P${wholeNumber(months, 'months')}M`, -1);
  return { dataRange: { from, to: dataRange.to } };
}

/** @throws CommandFailure where nothing is narrowed, or an option is out of form */
export function narrowingFrom(terms: ConsentTerms, options: NarrowOptions): Narrowing {
  const { months, types, fields, life, max, until } = options;
  if (life !== undefined && !isDuration(life)) throw usage(`--life ${life}: a duration is needed, e.g. P7D or PT12H`);
  if (max !== undefined && terms.frequency === undefined) throw usage('--max: it is fetched only once as it is');
  const kept = types === undefined ? terms.dataTypes : fewerTypes(terms.dataTypes, types);
  const dataTypes = fields === undefined ? kept : kept.map(({ type }) => ({ type, fields: names(fields) }));
  const narrowing: Narrowing = {
    ...(months === undefined ? {} : lastMonths(terms, months)),
    ...(types === undefined && fields === undefined ? {} : { dataTypes }),
    ...(life === undefined ? {} : { dataLife: life }),
    ...(until === undefined ? {} : { expiry: readInstant(until) }),
    ...(max === undefined || terms.frequency === undefined
      ? {}
      : { frequency: { ...terms.frequency, max: wholeNumber(max, 'max') } }),
  };
  if (Object.keys(narrowing).length === 0) {
    throw usage('say what you allow less of: --months, --types, --fields, --life, --max, --until; or: assent approve');
  }
  return narrowing;
}
