import { toInstant } from '#domain';
import { parseExactJson } from '../record-sources/exact-json.ts';
import { exactNumber } from '../record-sources/exact-number.ts';
import type { ColumnKind } from './column-kinds.ts';

// No object: a text may be the name of what every object has.
const truths: ReadonlyMap<string, boolean> = new Map([
  ...['true', 't', '1'].map((text) => [text, true] as const),
  ...['false', 'f', '0'].map((text) => [text, false] as const),
]);
const timestamp = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/;

export interface FitOptions {
  /** What a time without a zone is a time of; without, such a time stays as it is. */
  readonly timesWithoutZoneAre?: 'UTC' | undefined;
}

/** What a text from a column becomes in a record. What does not fit stays as it is: the schema then refuses it. */
export function fitValue(text: string, kind: ColumnKind, options: FitOptions = {}): unknown {
  switch (kind.is) {
    case 'number':
      return exactNumber(text) ?? text;
    case 'boolean':
      return truths.get(text.toLowerCase()) ?? text;
    case 'json':
      return parseExactJson(text) ?? text;
    case 'text':
      return fitText(text, kind.pattern, options);
  }
}

/** A database writes a moment in its own way: as the schema has it only where the text itself does not fit. */
function fitText(text: string, pattern: RegExp | undefined, options: FitOptions): string {
  if (pattern === undefined || pattern.test(text)) return text;
  const moment = readMoment(text, options);
  return moment !== undefined && pattern.test(moment) ? moment : text;
}

function readMoment(text: string, { timesWithoutZoneAre }: FitOptions): string | undefined {
  const [, date, time = '', zone = timesWithoutZoneAre] = timestamp.exec(text) ?? [];
  // A moment finer than a millisecond would be altered.
  if (date === undefined || zone === undefined || /\.\d{3}\d*[1-9]/.test(time)) return undefined;
  const offset = zone === 'UTC' ? 'Z' : zone.replace(/^([+-]\d{2})$/, '$1:00').replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  const milliseconds = Date.parse(`${date}T${time}${offset}`);
  return Number.isNaN(milliseconds) ? undefined : toInstant(milliseconds);
}
