/** What one field of the records that would leave looks like. */
export interface TalliedField {
  /** `counterparty.name`, `code.coding[].system`. */
  readonly path: string;
  /** JSON's own: string, number, boolean, null; empty lists and objects as such. */
  readonly types: readonly string[];
  /** How many records have it. */
  readonly records: number;
  /** One value of it; masked, unless values may be shown. */
  readonly example: string;
}

interface Seen {
  readonly types: Set<string>;
  readonly example: string;
  records: number;
}

const mostFields = 2000;
const longestExample = 40;

/** Counts the fields of records, one record at a time. */
export class FieldTally {
  private readonly seen = new Map<string, Seen>();

  constructor(private readonly showsValues: boolean) {}

  add(record: unknown): void {
    const own = new Map<string, unknown>();
    collect('', record, own);
    for (const [path, value] of own) this.count(path, value);
  }

  list(): TalliedField[] {
    return [...this.seen].map(([path, { types, records, example }]) => ({ path, types: [...types], records, example }));
  }

  private count(path: string, value: unknown): void {
    const known = this.seen.get(path);
    if (known === undefined && this.seen.size >= mostFields) return;
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const field = known ?? {
      types: new Set<string>(),
      records: 0,
      example: shorten(this.showsValues ? text : maskValue(text)),
    };
    field.types.add(typeOf(value));
    field.records += 1;
    this.seen.set(path, field);
  }
}

/** The first value at each path. */
function collect(path: string, value: unknown, into: Map<string, unknown>): void {
  const isEmpty = typeof value !== 'object' || value === null || Object.keys(value).length === 0;
  if (isEmpty) {
    if (!into.has(path)) into.set(path, value);
  } else if (Array.isArray(value)) {
    for (const item of value) collect(`${path}[]`, item, into);
  } else {
    for (const [name, inner] of Object.entries(value)) collect(path === '' ? name : `${path}.${name}`, inner, into);
  }
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}

/** Its form and length stay: `2026-03-01` is `9999-99-99`. */
export function maskValue(text: string): string {
  return text
    .replace(/\p{Nd}/gu, '9')
    .replace(/\p{Lu}/gu, 'X')
    .replace(/(?!X)\p{L}/gu, 'x');
}

function shorten(text: string): string {
  const flat = text.replace(/[\s\p{Cc}]+/gu, ' ');
  return flat.length > longestExample ? `${flat.slice(0, longestExample - 1)}…` : flat;
}
