type Value = string | number | boolean | null;
export type FlatRecord = ReadonlyMap<string, Value>;

/** Nested members by their path; a list as it stands in JSON, as its length is not the table's. */
export function flatten(record: Readonly<Record<string, unknown>>, path = ''): [string, Value][] {
  return Object.entries(record).flatMap(([key, value]): [string, Value][] => {
    const name = `${path}${key}`;
    if (value === null || value === undefined) return [[name, null]];
    if (Array.isArray(value)) return [[name, JSON.stringify(value)]];
    if (typeof value === 'object') return flatten(value as Record<string, unknown>, `${name}.`);
    return [[name, typeof value === 'string' || typeof value === 'number' ? value : String(value)]];
  });
}

/** Every path that any of them has, in the order they are first met. */
export function columnsOf(records: readonly FlatRecord[]): string[] {
  return [...new Set(records.flatMap((record) => [...record.keys()]))];
}

/** RFC 4180, with a line for the names. */
export function toCsv(columns: readonly string[], records: readonly FlatRecord[]): string {
  const lines = [columns, ...records.map((record) => columns.map((column) => record.get(column) ?? null))];
  return lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

/** A text that a spreadsheet would run as a formula is kept a text. */
function cell(value: Value): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) && Number.isNaN(Number(value)) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
