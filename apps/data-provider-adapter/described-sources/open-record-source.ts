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
export async function openRecordSource(settings: RecordSourceSettings, now: () => Instant): Promise<RecordSource> {
  const { RECORD_SOURCE: kind, RECORD_SOURCES_FILE: file = '' } = settings;
  if (kind !== 'described') return createRecordSource({ ...settings, RECORD_SOURCE: kind }, now);
  return openDescribedSources(file, (sentence) => logger.warn(sentence));
}

/** @throws SourcesFileError with what is wrong with any of them; those that had opened are closed */
export async function openDescribedSources(file: string, warn: (sentence: string) => void): Promise<DescribedSources> {
  const described = [...(await readSourcesFile(file))];
  const opening = described.map(([name, one]) => openDescribedSource(one, (sentence) => warn(`${name}: ${sentence}`)));
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

/** Loads only what this kind of source needs. */
export async function openDescribedSource(
  description: SourceDescription,
  warn: (sentence: string) => void,
): Promise<RecordSource> {
  switch (description.kind) {
    case 'sql':
      return (await import('./sql-source.ts')).SqlSource.open(description, warn);
    case 'csv':
    case 'parquet':
      return (await import('./file-source.ts')).FileSource.open(description);
    case 'rest':
      return (await import('./rest-source.ts')).RestSource.open(description);
  }
}
