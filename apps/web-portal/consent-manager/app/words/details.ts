/** FHIR keeps what stands beside a plain field under `_field`: to a reader the two are one detail. */
export function detailsOf(names: readonly string[]): string[] {
  return names.filter((name) => !(name.startsWith('_') && names.includes(name.slice(1))));
}

/** A detail and what stands beside it. */
export function fieldsOfDetail(detail: string, names: readonly string[]): string[] {
  return names.filter((name) => name === detail || name === `_${detail}`);
}
