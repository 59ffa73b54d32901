import { readdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { RestDescription } from '../../data-provider-adapter/described-sources/rest-description.ts';
import type { SourceDescription } from '../../data-provider-adapter/described-sources/sources-file.ts';
import type { RecordSourceSettings } from '../../data-provider-adapter/record-sources/record-source-settings.ts';
import type { ExaminedRole } from './examined-role.ts';
import { checkMode } from './files-check.ts';
import { type Finding, good, problem, reasonOf, warning } from './finding.ts';

type Call = () => Promise<unknown>;

/** A data provider's own systems: are they described rightly, do they answer, are their secrets their owner's alone? */
export async function checkRecordSources({ role, settings }: ExaminedRole): Promise<Finding[]> {
  if (role.name !== 'data-provider-adapter') return [];
  const own = settings as Partial<RecordSourceSettings>;
  const findings = await findFaults(own);
  if (findings === undefined) return [];
  return findings.length > 0 ? findings : [good('record-sources', 'the record sources can be read')];
}

/** @returns nothing where settings are missing: that has been said */
async function findFaults(settings: Partial<RecordSourceSettings>): Promise<Finding[] | undefined> {
  const { RECORD_SOURCE: kind, RECORD_SOURCES_FILE, FHIR_FOLDER, FHIR_URL, CONTACTS_FILE } = settings;
  const contacts = CONTACTS_FILE === undefined ? [] : await checkContacts(CONTACTS_FILE);
  if (kind === 'generated-statements') return contacts;
  if (kind === 'described' && RECORD_SOURCES_FILE !== undefined) return checkDescribed(RECORD_SOURCES_FILE);
  if (kind === 'fhir-ndjson' && FHIR_FOLDER !== undefined) {
    const fault = await readdir(FHIR_FOLDER).then(() => undefined, reasonOf);
    const mend = 'correct FHIR_FOLDER, or let the user who runs the role read it';
    return fault === undefined ? contacts : [...contacts, wrong(`${FHIR_FOLDER} cannot be read (${fault})`, mend)];
  }
  if (kind === 'fhir-rest' && FHIR_URL !== undefined) return [...contacts, ...(await checkFhir(settings, FHIR_URL))];
  return undefined;
}

const wrong = (message: string, mend: string) => problem('record-source-wrong', message, mend);

async function checkContacts(file: string): Promise<Finding[]> {
  const { readContactsFile } = await import('../../data-provider-adapter/record-sources/contacts-file.ts');
  const isRight = await readContactsFile(file).then(
    () => true,
    () => false,
  );
  if (isRight) return [];
  return [wrong(`${file} is not a file of contacts that can be read`, 'correct it, or CONTACTS_FILE')];
}

async function checkFhir(settings: Partial<RecordSourceSettings>, baseUrl: string): Promise<Finding[]> {
  const { FhirClient } = await import('../../data-provider-adapter/record-sources/fhir-client.ts');
  const { FHIR_TOKEN_FILE: tokenFile, FHIR_TIMEOUT_MS: timeoutMs = 15_000 } = settings;
  const { FHIR_ANSWER_LIMIT_BYTES: answerLimitBytes = 33_554_432 } = settings;
  const client = new FhirClient({ baseUrl, tokenFile, timeoutMs, answerLimitBytes });
  try {
    return await checkAnswer('the FHIR server', 'FHIR_URL', () => client.get(new URL('metadata', client.base)));
  } finally {
    await client.close();
  }
}

async function checkDescribed(file: string): Promise<Finding[]> {
  const { readSourcesFile, SourcesFileError } = await import(
    '../../data-provider-adapter/described-sources/sources-file.ts'
  );
  try {
    const sources = [...(await readSourcesFile(file))];
    const found = sources.map(async ([name, description]) => [
      ...(await checkSecrets(description, dirname(resolve(file)))),
      ...(await checkSource(name, description)),
    ]);
    return (await Promise.all(found)).flat();
  } catch (error) {
    if (!(error instanceof SourcesFileError)) throw error;
    const message = `${file}: ${error.mistakes.join('; ')}`;
    return [problem('record-sources-file-wrong', message, 'correct it; docs/record-sources.md says what it takes')];
  }
}

/** Opens it as the role does at its start; whoever is called is called once. */
async function checkSource(name: string, description: SourceDescription): Promise<Finding[]> {
  const { openDescribedSource } = await import('../../data-provider-adapter/described-sources/open-record-source.ts');
  const findings: Finding[] = [];
  const mend = `start what ${name} names, or correct how it is reached; then: assent source try ${name} --account KEY`;
  try {
    const source = await openDescribedSource(description, (sentence) => {
      findings.push(problem('record-source-unreachable', `${name}: ${sentence}`, mend));
    });
    await source.close();
  } catch (error) {
    const message = error instanceof Error ? error.message : reasonOf(error);
    return [wrong(`${name}: ${message}`, `correct ${name} in RECORD_SOURCES_FILE, or what it names`)];
  }
  if (description.kind === 'rest') findings.push(...(await checkService(name, description)));
  return findings;
}

async function checkService(name: string, description: RestDescription): Promise<Finding[]> {
  const { RestClient } = await import('../../data-provider-adapter/described-sources/rest-client.ts');
  const client = new RestClient(description);
  try {
    return await checkAnswer(name, `baseUrl of ${name}`, () => client.get(client.base));
  } finally {
    await client.close();
  }
}

/** Whatever it answers to such a call, it is there; no account is named. */
async function checkAnswer(whose: string, setting: string, call: Call): Promise<Finding[]> {
  const { RecordSourceUnavailable } = await import(
    '../../data-provider-adapter/record-sources/record-source-unavailable.ts'
  );
  const fault = await call().then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(fault instanceof RecordSourceUnavailable)) return [];
  const { reason, detail } = fault;
  if (reason === 'unreachable' || reason === 'timed-out') {
    return [
      problem('record-source-unreachable', `${whose} does not answer (${reason})`, `start it, or correct ${setting}`),
    ];
  }
  if (reason !== 'not-authorised') return [];
  const mend = 'renew its token or secret, if it is to take it there';
  return [warning('record-source-refuses', `${whose} does not let us in (${detail})`, mend)];
}

/** Files of the description whose name says that a secret is in them. */
async function checkSecrets(value: unknown, folder: string): Promise<Finding[]> {
  if (typeof value !== 'object' || value === null) return [];
  const found = Object.entries(value).map(async ([name, inner]) => {
    if (!/^(databaseUrl|bearer|clientSecret|key)File$/.test(name)) return checkSecrets(inner, folder);
    const finding = await checkMode(resolve(folder, String(inner)), 0o600);
    return finding === undefined ? [] : [finding];
  });
  return (await Promise.all(found)).flat();
}
