import type { FileDataType, FileDescription } from './file-description.ts';
import { quoteName, quoteText } from './sql-text.ts';

/** The files as one table, in the order they are named in. */
export function tableOf(files: readonly string[], description: FileDescription): string {
  const list = `[${files.map(quoteText).join(', ')}]`;
  if (description.kind === 'parquet') return `read_parquet(${list})`;
  const { delimiter, rowLimitBytes } = description;
  // Every column is text: what it becomes is told by the schema, not guessed from the first rows.
  const form = `header = true, all_varchar = true, delim = ${quoteText(delimiter)}, quote = '"', escape = '"'`;
  // Nothing is passed over in silence: no line for a comment, none that is out of form.
  const strict = `comment = '', skip = 0, strict_mode = true, null_padding = false, ignore_errors = false`;
  return `read_csv(${list}, ${form}, ${strict}, max_line_size = ${rowLimitBytes}, buffer_size = ${rowLimitBytes * 4})`;
}

/** $1 the key; $2 and $3 the first and last day, where there is a column of dates. */
export function recordsStatement(
  form: FileDataType,
  columns: ReadonlyMap<string, string>,
  description: FileDescription,
): string {
  const { accountColumn, dateColumn } = form;
  const fields = fieldsOf(form, columns).map(
    ([field, column]) => `${textOf(column, columns.get(column) ?? '')} AS ${quoteName(field)}`,
  );
  const isDay = `TRY_CAST(CAST(${quoteName(dateColumn ?? '')} AS VARCHAR) AS DATE)`;
  const dated = dateColumn === undefined ? '' : ` AND (${isDay} IS NULL OR ${isDay} BETWEEN $2::DATE AND $3::DATE)`;
  return `SELECT ${fields.join(', ')} FROM ${tableOf(form.files, description)} WHERE CAST(${quoteName(accountColumn)} AS VARCHAR) = $1${dated}`;
}

/** $1 the email addresses in lower case, $2 the telephone numbers without blanks and marks. */
export function findAccountsStatement(
  accounts: Extract<FileDescription['accounts'], { files: unknown }>,
  description: FileDescription,
): string {
  const column = (name: string | undefined) =>
    name === undefined ? 'CAST(NULL AS VARCHAR)' : `CAST(${quoteName(name)} AS VARCHAR)`;
  const [account, email, tel] = [accounts.accountColumn, accounts.emailColumn, accounts.telColumn].map(column);
  const isAsked = `list_contains($1, lower(trim(${email}))) OR list_contains($2, regexp_replace(${tel}, '[^0-9+]', '', 'g'))`;
  const named = `SELECT ${account} AS account, ${email} AS email, ${tel} AS tel`;
  return `${named} FROM ${tableOf(accounts.files, description)} WHERE ${isAsked}`;
}

/** Field -> column. */
export function fieldsOf(
  form: FileDataType,
  columns: ReadonlyMap<string, string>,
): ReadonlyArray<readonly [string, string]> {
  if (form.jsonColumn !== undefined) return [[form.jsonColumn, form.jsonColumn]];
  if (form.columns !== undefined) return Object.entries(form.columns);
  return [...columns.keys()].filter((name) => name !== form.accountColumn).map((name) => [name, name]);
}

/** Exact, whatever the type: figures as they are written, what is nested as JSON. */
function textOf(column: string, type: string): string {
  return isNested(type) ? `CAST(to_json(${quoteName(column)}) AS VARCHAR)` : `CAST(${quoteName(column)} AS VARCHAR)`;
}

export function isNested(type: string): boolean {
  return /^(STRUCT|MAP|UNION)\(|\]$/.test(type);
}
