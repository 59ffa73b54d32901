import { Logger } from '@nestjs/common';
import type { Instant } from '#domain';
import type { RecordSource } from '../record-sources/record-source.ts';
import { createRecordSource, type RecordSourceSettings } from '../record-sources/record-source-settings.ts';
import { DescribedSources } from './described-sources.ts';
import { readSourcesFile, type SourceDescription, SourcesFileError } from './sources-file.ts';

const logger = new Logger('RecordSource');

/**
 * Opens the record source the settings choose.
 *
 * @throws where settings or the file of sources are wrong, and where a source must not be used as it is
 */
export async function openRecordSource(
  settings: RecordSourceSettings & { readonly FILLS_AT_ONCE?: number },
  now: () => Instant,
): Promise<RecordSource> {
  const { RECORD_SOURCE: kind, RECORD_SOURCES_FILE: file = '', FILLS_AT_ONCE } = settings;
  if (kind !== 'described') return createRecordSource({ ...settings, RECORD_SOURCE: kind }, now);
  // Each fill reads from one place at a time; one more for those who look for accounts.
  const connections = FILLS_AT_ONCE === undefined ? undefined : Math.min(FILLS_AT_ONCE + 1, 100);
  return openDescribedSources(file, (sentence) => logger.warn(sentence), connections);
}

/** @throws SourcesFileError with what is wrong with any of them; those that had opened are closed */
export async function openDescribedSources(
  file: string,
  warn: (sentence: string) => void,
  connections?: number,
): Promise<DescribedSources> {
  const described = [...(await readSourcesFile(file))];
  const opening = described.map(([name, one]) =>
    openDescribedSource(one, (sentence) => warn(`${name}: ${sentence}`), connections),
  );
  const results = await Promise.allSettled(opening);
  const sources = new Map<string, RecordSource>();
  const mistakes: string[] = [];
  for (const [index, [name]] of described.entries()) {
    const result = results[index];
    if (result?.status === 'fulfilled') sources.set(name, result.value);
    else mistakes.push(`sources > ${name}: ${(result?.reason as Error | undefined)?.message}`);
  }
  const all = new DescribedSources(sources, warn);
  if (mistakes.length === 0) return all;
  await all.close();
  throw new SourcesFileError(file, mistakes);
}

/**
 * Loads only what this kind of source needs.
 *
 * @param connections of a database that does not say how many
 */
export async function openDescribedSource(
  description: SourceDescription,
  warn: (sentence: string) => void,
  connections?: number,
): Promise<RecordSource> {
  switch (description.kind) {
    case 'sql':
      return (await import('./sql-source.ts')).SqlSource.open(description, warn, connections);
    case 'csv':
    case 'parquet':
      return (await import('./file-source.ts')).FileSource.open(description);
    case 'rest':
      return (await import('./rest-source.ts')).RestSource.open(description);
  }
}
