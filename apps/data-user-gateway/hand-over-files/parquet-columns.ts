import type { FieldKind } from '#platform';

/**
 * What stands in a column. Dates written with a time stay the text they came as: FHIR allows a year alone, and a text
 * that is no date of the calendar must not lose its record. What is nested stays JSON.
 */
const columnTypes: Record<FieldKind, string> = {
  text: 'VARCHAR',
  date: 'DATE',
  number: 'DOUBLE',
  integer: 'BIGINT',
  boolean: 'BOOLEAN',
  nested: 'JSON',
};

/** The person's account, beside the record's fields; no data type has a field of this name. */
export const ACCOUNT_COLUMN = 'assent_account';

const quoteName = (name: string) => `"${name.replaceAll('"', '""')}"`;
const quoteText = (text: string) => `'${text.replaceAll("'", "''")}'`;

export interface Conversion {
  /** NDJSON of data part lines. */
  readonly from: string;
  readonly to: string;
  readonly fields: ReadonlyMap<string, FieldKind>;
  /** Rows of a row group. */
  readonly rows: number;
  /** The largest line, in bytes. */
  readonly maxLineBytes: number;
}

/** The statement that turns one file into the other, a row group in memory at a time. */
export function conversionStatement({ from, to, fields, rows, maxLineBytes }: Conversion): string {
  const columns = [...fields].map(([name, kind]) => `${quoteName(name)} ${columnTypes[kind]}`).join(', ');
  const shape = `{account: 'VARCHAR', record: ${quoteText(`STRUCT(${columns})`)}}`;
  const source = `read_json(${quoteText(from)}, format = 'newline_delimited', columns = ${shape},
    maximum_object_size = ${maxLineBytes})`;
  return `COPY (SELECT account AS ${ACCOUNT_COLUMN}, unnest(record) FROM ${source})
    TO ${quoteText(to)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${rows}, USE_TMP_FILE false)`;
}
