import { type DataFilter, type DataRange, type DataTypeTerm, passesFilters } from '#domain';
import { isWithinRange, type RecordProblem, type RecordSchemas } from '#platform';
import { maxPartBytes } from '#protocol';
import { projectRecord } from '../record-sources/project-record.ts';

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
export function judgeRecord(record: unknown, rules: ReleaseRules, schemas: RecordSchemas): Judgement {
  const { account, term, range, filters } = rules;
  const dataType = schemas.catalogue.get(term.type);
  if (dataType === undefined) return { misfit: { path: '', keyword: 'data-type-unknown' } };
  const [problem] = schemas.checkRecord(term.type, record) ?? [];
  // A misfit is the institution's to mend whatever its date: an unreadable date cannot be placed.
  if (problem !== undefined) return { misfit: problem };
  if (!isWithinRange(record, dataType, range)) return 'outside';
  if (!isObject(record) || !passesFilters(term.type, record, filters)) return 'outside';
  const line = `${JSON.stringify({ account, dataType: term.type, record: projectRecord(record, term.fields) })}\n`;
  const bytes = Buffer.byteLength(line);
  return bytes > maxPartBytes ? { misfit: { path: '', keyword: 'larger-than-a-part' } } : { line, bytes };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
