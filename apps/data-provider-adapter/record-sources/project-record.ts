type Project = (record: object) => object;

/**
 * What is left of records when only these top-level fields may be seen; all of them where no fields are named.
 * The order of a record's fields stays.
 */
export function projection(fields: readonly string[] | undefined): Project {
  if (fields === undefined) return (record) => record;
  const kept = new Set(fields);
  return (record) => Object.fromEntries(Object.entries(record).filter(([name]) => kept.has(name)));
}
