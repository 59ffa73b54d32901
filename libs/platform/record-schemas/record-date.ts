import { type DataRange, type DataType, type Instant, toInstant } from '#domain';

function valueAt(record: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (at, name) =>
        typeof at === 'object' && at !== null && Object.hasOwn(at, name) ? Reflect.get(at, name) : undefined,
      record,
    );
}

/**
 * When a record is from: its data type's first date field that it has. A date without a time, or a year alone, stands
 * for its first moment in UTC.
 * @returns undefined where it has none of the date fields
 */
export function recordDate(record: unknown, dataType: DataType): Instant | 'unreadable' | undefined {
  const written = dataType.dateFields.map((path) => valueAt(record, path)).find((value) => value !== undefined);
  if (written === undefined) return undefined;
  if (typeof written !== 'string') return 'unreadable';
  // FHIR allows a leap second, JavaScript does not
  const milliseconds = Date.parse(written.replace(/:60(?=[.Z+-])/, ':59'));
  return Number.isNaN(milliseconds) ? 'unreadable' : toInstant(milliseconds);
}

/** An undated record is always within; one whose date cannot be read never is. */
export function isWithinRange(record: unknown, dataType: DataType, range: DataRange): boolean {
  const date = recordDate(record, dataType);
  if (date === undefined) return true;
  return date !== 'unreadable' && date >= range.from && date < range.to;
}
