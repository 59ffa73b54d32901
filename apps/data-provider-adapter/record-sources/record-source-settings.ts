import { z } from 'zod';
import type { Instant } from '#domain';
import { type ContactsOnRecord, readContactsFile } from './contacts-file.ts';
import { FhirNdjsonSource } from './fhir-ndjson-source.ts';
import { FhirRestSource } from './fhir-rest-source.ts';
import { GeneratedStatementsSource } from './generated-statements-source.ts';
import { isOpen } from './plain-http.ts';
import type { RecordSource } from './record-source.ts';

export const recordSourceKinds = ['fhir-ndjson', 'fhir-rest', 'generated-statements', 'described'] as const;

/** Which settings a kind of source cannot do without. */
const needs = {
  'fhir-ndjson': ['FHIR_FOLDER'],
  'fhir-rest': ['FHIR_URL'],
  'generated-statements': ['STATEMENTS_SEED', 'CONTACTS_FILE'],
  described: ['RECORD_SOURCES_FILE'],
} as const;

const flag = z.stringbool({ truthy: ['true'], falsy: ['false'] });

/** The settings of the record source, as a shape to extend a role's settings with. */
export const recordSourceShape = {
  RECORD_SOURCE: z.enum(recordSourceKinds).describe("The institution's own system."),
  RECORD_SOURCES_FILE: z
    .string()
    .min(1)
    .optional()
    .describe('described: JSON file of databases, files and services to read records from (docs/record-sources.md).'),
  FHIR_FOLDER: z.string().min(1).optional().describe('fhir-ndjson: folder of FHIR R4 bulk-export NDJSON.'),
  FHIR_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('fhir-rest: base address of the FHIR R4 server.'),
  FHIR_PLAIN_HTTP: flag
    .default(false)
    .describe('fhir-rest: allows http to another machine, where token and records travel in the open.'),
  FHIR_TOKEN_FILE: z.string().min(1).optional().describe('fhir-rest: file with a bearer token, read for every call.'),
  FHIR_TIMEOUT_MS: z.coerce.number().int().min(100).max(600_000).default(15_000).describe('fhir-rest: for one call.'),
  FHIR_PAGE_SIZE: z.coerce
    .number()
    .int()
    .min(1)
    .max(1000)
    .default(200)
    .describe('fhir-rest: resources asked for at once.'),
  FHIR_ANSWER_LIMIT_BYTES: z.coerce.number().int().min(10_000).default(33_554_432).describe('fhir-rest: for one page.'),
  FHIR_SEARCH_BY_DATE: flag
    .default(false)
    .describe('fhir-rest: let the server select by date; it does not find undated records.'),
  COUNTRY_CALLING_CODE: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .optional()
    .describe('Of national telephone numbers on record, e.g. 44.'),
  CONTACTS_FILE: z.string().min(1).optional().describe('JSON { "<id in the institution>": { "email", "tel" } }.'),
  STATEMENTS_SEED: z.string().min(1).optional().describe('generated-statements: same seed, same statements.'),
  STATEMENTS_CURRENCY: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('EUR')
    .describe('generated-statements: ISO 4217.'),
};

const unchecked = z.object(recordSourceShape);
export type RecordSourceSettings = z.infer<typeof unchecked>;

/** What is wrong with the settings of the chosen source; for a role's schema to report with all its other mistakes. */
export function recordSourceRule(settings: RecordSourceSettings, context: z.RefinementCtx): void {
  for (const [name, message] of findSettingMistakes(settings)) {
    context.addIssue({ code: 'custom', path: [name], message });
  }
}

function findSettingMistakes(settings: RecordSourceSettings): [name: string, message: string][] {
  const { RECORD_SOURCE: kind, FHIR_URL, FHIR_PLAIN_HTTP } = settings;
  const missing = needs[kind].filter((name) => settings[name] === undefined);
  const mistakes = missing.map((name): [string, string] => [name, `RECORD_SOURCE ${kind} needs it`]);
  if (kind === 'fhir-rest' && FHIR_URL !== undefined && !FHIR_PLAIN_HTTP && isOpen(FHIR_URL)) {
    mistakes.push(['FHIR_URL', 'is http to another machine: use https, or say FHIR_PLAIN_HTTP=true']);
  }
  return mistakes;
}

export const recordSourceSettings = unchecked.superRefine(recordSourceRule);

export type BuiltInSourceSettings = RecordSourceSettings & {
  readonly RECORD_SOURCE: Exclude<RecordSourceSettings['RECORD_SOURCE'], 'described'>;
};

/**
 * Opens the record source the settings choose; `now` tells generated statements how far they reach.
 * @throws where a setting is missing, or a folder or file cannot be read
 */
export async function createRecordSource(settings: BuiltInSourceSettings, now: () => Instant): Promise<RecordSource> {
  const mistakes = findSettingMistakes(settings);
  if (mistakes.length > 0) throw new Error(mistakes.map(([name, message]) => `${name}: ${message}`).join('; '));
  const contacts = settings.CONTACTS_FILE === undefined ? undefined : await readContactsFile(settings.CONTACTS_FILE);
  const countryCallingCode = settings.COUNTRY_CALLING_CODE;
  switch (settings.RECORD_SOURCE) {
    case 'fhir-ndjson':
      return FhirNdjsonSource.open({ folder: settings.FHIR_FOLDER ?? '', contacts, countryCallingCode });
    case 'fhir-rest':
      return openRest(settings, contacts);
    case 'generated-statements':
      return openStatements(settings, contacts ?? new Map(), now);
  }
}

function openRest(settings: RecordSourceSettings, contacts: ContactsOnRecord | undefined): RecordSource {
  return new FhirRestSource({
    baseUrl: settings.FHIR_URL ?? '',
    tokenFile: settings.FHIR_TOKEN_FILE,
    timeoutMs: settings.FHIR_TIMEOUT_MS,
    answerLimitBytes: settings.FHIR_ANSWER_LIMIT_BYTES,
    pageSize: settings.FHIR_PAGE_SIZE,
    searchByDate: settings.FHIR_SEARCH_BY_DATE,
    contacts,
    countryCallingCode: settings.COUNTRY_CALLING_CODE,
  });
}

function openStatements(settings: RecordSourceSettings, holders: ContactsOnRecord, asOf: () => Instant): RecordSource {
  const seed = settings.STATEMENTS_SEED ?? '';
  return new GeneratedStatementsSource({ seed, holders, currency: settings.STATEMENTS_CURRENCY, asOf });
}
