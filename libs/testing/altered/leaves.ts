/** Where a value stands in a JSON document. */
export type Place = readonly (string | number)[];

/** Every leaf of a JSON value, as a path; what is empty is a leaf too. */
export function leavesOf(value: unknown, place: Place = []): Place[] {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return [place];
  return Object.entries(value).flatMap(([name, part]) =>
    leavesOf(part, [...place, Array.isArray(value) ? Number(name) : name]),
  );
}

/** A copy in which one place says something else, of the same kind. */
export function alteredAt<T>(document: T, place: Place): T {
  const copy = structuredClone(document) as Record<string | number, unknown>;
  const last = place.at(-1);
  if (last === undefined) throw new Error('the whole document is no place in it');
  let within = copy;
  for (const name of place.slice(0, -1)) within = within[name] as typeof within;
  within[last] = otherThan(within[last]);
  return copy as T;
}

function otherThan(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  return Array.isArray(value) ? ['A'] : 'A';
}
