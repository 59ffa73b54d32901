import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { DataTypeCatalogue, DataTypeWords } from '#domain';
import { consentArtefactsFolder } from './package-root.ts';

const fieldTitles = z.strictObject({
  source: z.string(),
  date: z.iso.date(),
  titles: z.array(
    z.strictObject({
      /** A data type, or how a family of them begins. */
      of: z.string().min(1),
      fields: z.record(z.string(), z.string().min(1)),
    }),
  ),
});

const record = z.record(z.string(), z.unknown());

const readJson = (...path: string[]): unknown => JSON.parse(readFileSync(join(...path), 'utf8'));

/**
 * The words for the fields of each data type, and an invented record of it, from consent-artefacts/.
 *
 * @throws where a type has no example, or a field no title
 */
export function loadDataTypeWords(
  catalogue: DataTypeCatalogue,
  folder = consentArtefactsFolder(),
): ReadonlyMap<string, DataTypeWords> {
  const { titles } = fieldTitles.parse(readJson(folder, 'codes', 'field-titles.json'));
  const words = [...catalogue.values()].map(({ type, fields }): [string, DataTypeWords] => {
    const known = titles.find(({ of }) => type.startsWith(of))?.fields ?? {};
    const example = record.parse(readJson(folder, 'records-examples', `${type}.json`));
    return [type, { fields: new Map(fields.map((name) => [name, titleOf(name, known)])), example }];
  });
  return new Map(words);
}

/** In FHIR, `_x` holds what a system adds to the plain value `x`. */
function titleOf(name: string, titles: Readonly<Record<string, string>>): string {
  const title = titles[name.replace(/^_/, '')];
  if (title === undefined) throw new Error(`field-titles.json has no title for ${name}`);
  return name.startsWith('_') ? `${title}: additions` : title;
}
