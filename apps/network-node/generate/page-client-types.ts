import type { Files } from './json-schemas.ts';

type Document = Parameters<typeof import('openapi-typescript')['default']>[0];

/** What the pages may ask each role, and what it answers: types made from its OpenAPI document. */
export async function pageClientTypes(documents: Files): Promise<Files> {
  // A tool of development: whoever only runs roles does not have it.
  const { astToString, default: toTypes } = await import('openapi-typescript');
  const files = [...documents].map(async ([path, document]): Promise<[string, string]> => {
    const types = await toTypes(structuredClone(document) as Document, { alphabetize: true });
    return [path.replace(/\.json$/, '.ts'), `// Generated from docs/openapi/${path}.\n${astToString(types)}`];
  });
  return new Map(await Promise.all(files));
}
