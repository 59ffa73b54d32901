import { type DataFilter, type DataRange, type DataTypeTerm, passesFilters } from '#domain';
import { type RecordProblem, type RecordSchemas, withinRange } from '#platform';
import { maxPartBytes } from '#protocol';
import { projection } from '../record-sources/project-record.ts';
import { isReadStrictly } from './strict-line.ts';

/** What one account's records of one type must pass. */
export interface ReleaseRules {
  /** What the data user knows the account by. */
  readonly account: string;
  readonly term: DataTypeTerm;
  readonly range: DataRange;
  readonly filters: readonly DataFilter[];
}

export interface ReleasedLine {
  /** One line of NDJSON, with its end. */
  readonly line: string;
  /** In UTF-8. */
  readonly bytes: number;
}

/** A line that may leave, why it may not, or `outside` what was asked or consented. */
export type Judgement = ReleasedLine | { readonly misfit: RecordProblem } | 'outside';

/** The last gate: date, form, filters, then only the consented fields. Whatever fails any of them never leaves. */
export function releaseGate(rules: ReleaseRules, schemas: RecordSchemas): (record: unknown) => Judgement {
  const { account, term, range } = rules;
  const dataType = schemas.catalogue.get(term.type);
  if (dataType === undefined) return () => ({ misfit: { path: '', keyword: 'data-type-unknown' } });
  const isWithin = withinRange(dataType, range);
  const filters = rules.filters.filter(({ type }) => type === term.type);
  const project = projection(term.fields);
  const about = JSON.stringify({ account, dataType: term.type }).slice(0, -1);
  return (record) => {
    const [problem] = schemas.checkRecord(term.type, record) ?? [];
    // A misfit is the institution's to mend whatever its date: an unreadable date cannot be placed.
    if (problem !== undefined) return { misfit: problem };
    if (!isWithin(record)) return 'outside';
    if (!isObject(record) || !passesFilters(term.type, record, filters)) return 'outside';
    const line = `${about},"record":${JSON.stringify(project(record))}}\n`;
    const bytes = Buffer.byteLength(line);
    if (bytes > maxPartBytes) return { misfit: { path: '', keyword: 'larger-than-a-part' } };
    // The data user would have to take it for tampered with, and the whole session with it.
    return isReadStrictly(line) ? { line, bytes } : { misfit: { path: '', keyword: 'not-strict-json' } };
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
