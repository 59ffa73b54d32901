import { access, readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { RecordSchemas } from '#platform';
import { readJsonText } from '#protocol';
import { sourceName } from './description-parts.ts';
import { csvDescription, parquetDescription } from './file-description.ts';
import { restDescription } from './rest-description.ts';
import { sqlDescription } from './sql-description.ts';

const description = z.discriminatedUnion('kind', [sqlDescription, csvDescription, parquetDescription, restDescription]);

/** What `RECORD_SOURCES_FILE` holds: each source under its name. */
export const sourcesFile = z.strictObject({
  sources: z.record(sourceName, description).refine((sources) => Object.keys(sources).length > 0, 'names no source'),
});

export type SourceDescription = z.output<typeof description>;

/** Every mistake in a file of sources, in one go; none quotes a value. */
export class SourcesFileError extends Error {
  override readonly name = 'SourcesFileError';

  constructor(
    file: string,
    readonly mistakes: readonly string[],
  ) {
    super(`${file} is to be corrected:\n${mistakes.map((mistake) => `  ${mistake}`).join('\n')}`);
  }
}

/**
 * Reads the descriptions of sources; paths in them become absolute, from the file's own folder.
 *
 * @throws SourcesFileError with all mistakes together
 */
export async function readSourcesFile(file: string): Promise<ReadonlyMap<string, SourceDescription>> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new SourcesFileError(file, [`cannot be read (${error.code})`]);
  });
  const described = parseSources(file, text);
  const sources = Object.entries(described.sources);
  const mistakes = [...sources.flatMap(findCatalogueMistakes), ...(await findMissingFiles(described))];
  if (mistakes.length > 0) throw new SourcesFileError(file, mistakes);
  return new Map(sources);
}

/** @throws SourcesFileError where the text is out of form; whether files and data types exist is not looked at */
export function parseSources(file: string, text: string): z.output<typeof sourcesFile> {
  const parsed = sourcesFile.safeParse(parseJson(file, text));
  if (!parsed.success) throw new SourcesFileError(file, parsed.error.issues.flatMap(sayIssue));
  return withPaths(parsed.data, dirname(resolve(file))) as typeof parsed.data;
}

function parseJson(file: string, text: string): unknown {
  const read = readJsonText(text);
  if ('mistake' in read) throw new SourcesFileError(file, [read.mistake]);
  return read.value;
}

/** Of the forms a part may have, the mistakes in the one that comes nearest. */
function sayIssue(issue: z.core.$ZodIssue, _index?: number, _all?: unknown, above: PropertyKey[] = []): string[] {
  const at = [...above, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const nearest = issue.errors.toSorted((a, b) => a.length - b.length)[0] ?? [];
    return nearest.flatMap((inner) => sayIssue(inner, 0, [], at));
  }
  return [`${at.map(String).join(' > ') || 'the file'}: ${issue.message}`];
}

/** What stands in these has names of the operator's own: `files` there names a source, `logFile` a query parameter. */
const hasOwnNames = (above: string | undefined) => ['sources', 'dataTypes', 'columns', 'query'].includes(above ?? '');
const isPath = (name: string, above: string | undefined) =>
  !hasOwnNames(above) && (name.endsWith('File') || name === 'files');

function withPaths(value: unknown, folder: string, above?: string): unknown {
  if (Array.isArray(value)) return value.map((item) => withPaths(item, folder));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      if (!isPath(name, above)) return [name, withPaths(inner, folder, hasOwnNames(above) ? undefined : name)];
      return [name, Array.isArray(inner) ? inner.map((one) => resolve(folder, one)) : resolve(folder, String(inner))];
    }),
  );
}

function findCatalogueMistakes([name, { dataTypes }]: [string, SourceDescription]): string[] {
  const { catalogue } = RecordSchemas.load();
  if (Object.keys(dataTypes).length === 0) return [`sources > ${name} > dataTypes: names no data type`];
  return Object.entries(dataTypes).flatMap(([type, { schema }]) => {
    const at = `sources > ${name} > dataTypes > ${type}`;
    const known = catalogue.get(type);
    if (known === undefined) return [`${at}: is not in consent-artefacts/codes/data-types.json`];
    return known.schema === schema ? [] : [`${at} > schema: the schema of this data type is ${known.schema}`];
  });
}

async function findMissingFiles(value: unknown, at: readonly string[] = [], above?: string): Promise<string[]> {
  if (typeof value !== 'object' || value === null) return [];
  const found = Object.entries(value).map(async ([name, inner]) => {
    const here = [...at, name];
    if (!isPath(name, above)) return findMissingFiles(inner, here, hasOwnNames(above) ? undefined : name);
    const paths: string[] = Array.isArray(inner) ? inner : [inner];
    const missing = await Promise.all(
      paths.map((path) =>
        access(path).then(
          () => [],
          () => [path],
        ),
      ),
    );
    return missing.flat().map((path) => `${here.join(' > ')}: there is no ${path}`);
  });
  return (await Promise.all(found)).flat();
}
