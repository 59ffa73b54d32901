import { type DataRange, type DataType, type Instant, toInstant, toMilliseconds } from '#domain';

type Paths = readonly (readonly string[])[];

// A type's records come by the thousand: where their dates stand is taken apart once.
const knownPaths = new WeakMap<DataType, Paths>();

function pathsOf(dataType: DataType): Paths {
  const known = knownPaths.get(dataType);
  if (known !== undefined) return known;
  const paths = dataType.dateFields.map((field) => field.split('.'));
  knownPaths.set(dataType, paths);
  return paths;
}

function valueAt(record: unknown, path: readonly string[]): unknown {
  let at = record;
  for (const name of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return undefined;
    at = Reflect.get(at, name);
  }
  return at;
}

/** As `recordDate`, in milliseconds since 1970-01-01T00:00:00Z. */
export function recordMoment(record: unknown, dataType: DataType): number | 'unreadable' | undefined {
  for (const path of pathsOf(dataType)) {
    const written = valueAt(record, path);
    if (written === undefined) continue;
    if (typeof written !== 'string') return 'unreadable';
    // FHIR allows a leap second, JavaScript does not
    const text = written.includes(':60') ? written.replace(/:60(?=[.Z+-])/, ':59') : written;
    const milliseconds = Date.parse(text);
    return Number.isNaN(milliseconds) ? 'unreadable' : milliseconds;
  }
  return undefined;
}

/**
 * When a record is from: its data type's first date field that it has. A date without a time, or a year alone, stands
 * for its first moment in UTC.
 * @returns undefined where it has none of the date fields
 */
export function recordDate(record: unknown, dataType: DataType): Instant | 'unreadable' | undefined {
  const moment = recordMoment(record, dataType);
  return typeof moment === 'number' ? toInstant(moment) : moment;
}

/** Whether a record falls into the range. An undated one always does; one whose date cannot be read never does. */
export function withinRange(dataType: DataType, range: DataRange): (record: unknown) => boolean {
  const [from, to] = [toMilliseconds(range.from), toMilliseconds(range.to)];
  return (record) => {
    const moment = recordMoment(record, dataType);
    return moment === undefined || (moment !== 'unreadable' && moment >= from && moment < to);
  };
}
