import { isInstant } from '../clock/instant.ts';
import type { DataFilter, DataRange } from '../consent-artefact/consent-terms.ts';

type JsonObject = { readonly [name: string]: unknown };

function compare(value: unknown, wanted: string | number): number | undefined {
  if (typeof value === 'number' && typeof wanted === 'number') return value - wanted;
  if (typeof value === 'string' && typeof wanted === 'string') return value < wanted ? -1 : value > wanted ? 1 : 0;
  return undefined;
}

function passes(record: JsonObject, { field, operator, value }: DataFilter): boolean {
  const order = compare(record[field], value);
  if (order === undefined) return false;
  switch (operator) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

/** A record whose field is absent or of another kind than the filter's value does not pass: in doubt nothing leaves. */
export function passesFilters(type: string, record: JsonObject, filters: readonly DataFilter[]): boolean {
  return filters.every((filter) => filter.type !== type || passes(record, filter));
}

/** @param dated when the record is dated, or undefined where its type carries no date */
export function isWithinRange(dated: string | undefined, range: DataRange): boolean {
  return dated === undefined || (isInstant(dated) && dated >= range.from && dated < range.to);
}
