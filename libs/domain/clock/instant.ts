/**
 * A moment in UTC, always written `YYYY-MM-DDTHH:mm:ss.sssZ` (RFC 3339, 24 characters), so that two of them
 * compare as text. Time never comes from inside the rules: it is an argument.
 */
export type Instant = string;

// PostgreSQL has no year 0.
const canonical = /^(?!0000)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

export function isInstant(text: string): boolean {
  if (!canonical.test(text)) return false;
  // Every month has these days; of the others the calendar is asked.
  return text.slice(8, 10) <= '28' || toInstant(Date.parse(text) || 0) === text;
}

const earliest = Date.parse('0001-01-01T00:00:00.000Z');
const latest = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * @param milliseconds since 1970-01-01T00:00:00Z; what lies before the year 1 or after 9999 becomes the first or last
 *   moment that has this form, for a year of five digits would come first as text
 */
export function toInstant(milliseconds: number): Instant {
  return new Date(Math.min(Math.max(milliseconds, earliest), latest)).toISOString();
}

/** @returns milliseconds since 1970-01-01T00:00:00Z */
export function toMilliseconds(instant: Instant): number {
  return Date.parse(instant);
}

/** The NumericDate of a JWT (RFC 7519, section 2): whole seconds. */
export function toNumericDate(instant: Instant): number {
  return Math.floor(toMilliseconds(instant) / 1000);
}

export function fromNumericDate(seconds: number): Instant {
  return toInstant(seconds * 1000);
}

export function addSeconds(instant: Instant, seconds: number): Instant {
  return toInstant(toMilliseconds(instant) + seconds * 1000);
}

export function earlierOf(a: Instant, b: Instant): Instant {
  return a < b ? a : b;
}
