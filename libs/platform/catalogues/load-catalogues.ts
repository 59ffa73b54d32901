import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  type Catalogues,
  type ConsentTemplate,
  consentModes,
  type DataType,
  fetchTypes,
  type PurposeCode,
} from '#domain';
import { code, dataTypeTerms, duration, frequency } from '#protocol';
import { consentArtefactsFolder } from './package-root.ts';

const purposeCodes = z.strictObject({
  source: z.string(),
  date: z.iso.date(),
  purposes: z.array(z.strictObject({ code, title: z.string(), description: z.string(), source: z.string() })),
});

const dataTypes = z.strictObject({
  source: z.string(),
  date: z.iso.date(),
  dataTypes: z.array(
    z.strictObject({
      type: code,
      title: z.string(),
      description: z.string(),
      schema: z.string(),
      fields: z.array(z.string()).min(1),
      dateFields: z.array(z.string()),
    }),
  ),
});

/** A file of consent-artefacts/templates/. */
export const templateFile = z.strictObject({
  id: code,
  title: z.string(),
  purposes: z.array(code).min(1),
  dataTypes: dataTypeTerms,
  consentModes: z.array(z.enum(consentModes)).min(1),
  fetchTypes: z.array(z.enum(fetchTypes)).min(1),
  maxDataRange: duration,
  maxConsentPeriod: duration,
  maxDataLife: duration,
  maxFrequency: z.array(frequency),
  eraseOnRevocation: z.boolean(),
  alwaysNarrowable: z.boolean(),
}) satisfies z.ZodType<ConsentTemplate>;

const readJson = (...path: string[]): unknown => JSON.parse(readFileSync(join(...path), 'utf8'));

function keyed<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [key(item), item]));
}

/** The closed lists a network agrees on, read once from consent-artefacts/. @throws where a file is missing or off */
export function loadCatalogues(folder = consentArtefactsFolder()): Catalogues {
  const purposes: PurposeCode[] = purposeCodes.parse(readJson(folder, 'codes', 'purpose-codes.json')).purposes;
  const types: DataType[] = dataTypes.parse(readJson(folder, 'codes', 'data-types.json')).dataTypes;
  const templates: ConsentTemplate[] = readdirSync(join(folder, 'templates'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => templateFile.parse(readJson(folder, 'templates', name)));
  return {
    purposes: keyed(purposes, ({ code }) => code),
    dataTypes: keyed(types, ({ type }) => type),
    templates: keyed(templates, ({ id }) => id),
  };
}
