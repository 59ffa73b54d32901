/**
 * What is left of a record when only these top-level fields may be seen; all of it where no fields are named.
 * The order of its fields stays.
 */
export function projectRecord(record: object, fields: readonly string[] | undefined): Record<string, unknown> {
  const entries = Object.entries(record);
  if (fields === undefined) return Object.fromEntries(entries);
  const kept = new Set(fields);
  return Object.fromEntries(entries.filter(([name]) => kept.has(name)));
}
