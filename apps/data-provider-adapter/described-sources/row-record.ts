import { parseExactJson } from '../record-sources/exact-json.ts';
import { ColumnKinds } from './column-kinds.ts';
import { type FitOptions, fitValue } from './fit-value.ts';

export type Row = Readonly<Record<string, string | null>>;

export interface RowForm extends FitOptions {
  /** As the catalogue of data types names it. */
  readonly schema: string;
  /** Says whose the row is; it is no field. */
  readonly accountColumn: string;
  /** Holds the whole record. */
  readonly jsonColumn?: string | undefined;
  /** Fields whose columns have parts that may be empty. */
  readonly nested?: ReadonlySet<string> | undefined;
}

type Branch = { [name: string]: unknown };

/** Makes records of rows of text: a column `counterparty.name` is a field within a field, an empty one no field. */
export class RowRecords {
  private readonly kinds: ColumnKinds;

  constructor(private readonly form: RowForm) {
    this.kinds = new ColumnKinds(form.schema);
  }

  /** A row that is no record comes out as what it is: the schema then refuses it. */
  toRecord(row: Row): unknown {
    const { accountColumn, jsonColumn } = this.form;
    if (jsonColumn !== undefined) return parseExactJson(row[jsonColumn] ?? '') ?? row[jsonColumn];
    const record: Branch = {};
    for (const [column, text] of Object.entries(row)) {
      if (text === null || column === accountColumn) continue;
      const value = fitValue(text, this.kinds.kindOf(column), this.form);
      place(record, column.split('.'), this.form.nested?.has(column) ? withoutNulls(value) : value);
    }
    return record;
  }
}

/** An empty part of a nested column is no field either. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(entries.map(([name, inner]) => [name, withoutNulls(inner)]));
}

function place(record: Branch, steps: readonly string[], value: unknown): void {
  let at = record;
  for (const step of steps.slice(0, -1)) {
    // Defined, never assigned: a column may have any name, also that of a setter.
    if (!Object.hasOwn(at, step) || typeof at[step] !== 'object' || at[step] === null) define(at, step, {});
    at = at[step] as Branch;
  }
  define(at, steps.at(-1) ?? '', value);
}

function define(at: Branch, name: string, value: unknown): void {
  Object.defineProperty(at, name, { value, enumerable: true, configurable: true, writable: true });
}
