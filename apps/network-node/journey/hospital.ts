import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CleanUp } from '../terminal/clean-up.ts';
import type { HospitalKind } from './hospital-kinds.ts';
import type { HospitalContents } from './hospital-records.ts';

/**
 * Fills a hospital's own system of this kind with the records, in this process or the hospital's folder.
 *
 * @returns the settings by which a data provider reads it
 */
export async function prepareHospital(
  kind: HospitalKind,
  contents: HospitalContents,
  cleanUp: CleanUp,
): Promise<Record<string, string>> {
  switch (kind) {
    case 'fhir-ndjson':
      return { RECORD_SOURCE: kind, FHIR_FOLDER: contents.data, CONTACTS_FILE: writeContacts(contents) };
    case 'fhir-rest':
      return prepareFhirServer(contents, cleanUp);
    case 'sql':
      return describeIt(contents, await (await import('./sql-hospital.ts')).fillDatabase(contents));
    case 'csv':
    case 'parquet':
      return describeIt(contents, await (await import('./file-hospital.ts')).writeFiles(kind, contents));
    case 'rest': {
      const { startService } = await import('./rest-hospital.ts');
      const { description, stop } = await startService(contents);
      cleanUp.add(stop);
      return describeIt(contents, description);
    }
  }
}

function describeIt({ folder }: HospitalContents, description: object): Record<string, string> {
  const file = join(folder, 'sources.json');
  writeFileSync(file, JSON.stringify({ sources: { hospital: description } }, null, 2), { mode: 0o600 });
  return { RECORD_SOURCE: 'described', RECORD_SOURCES_FILE: file };
}

async function prepareFhirServer(contents: HospitalContents, cleanUp: CleanUp): Promise<Record<string, string>> {
  const { startFhirServer } = await import('../fhir-server/fhir-server.ts');
  const { FhirStore } = await import('../fhir-server/fhir-store.ts');
  const server = await startFhirServer({ store: await FhirStore.read(contents.data), bearerToken: 'journey' });
  cleanUp.add(() => server.stop());
  const tokenFile = join(contents.folder, 'fhir-token');
  writeFileSync(tokenFile, 'journey', { mode: 0o600 });
  const contactsFile = writeContacts(contents);
  return { RECORD_SOURCE: 'fhir-rest', FHIR_URL: server.url, FHIR_TOKEN_FILE: tokenFile, CONTACTS_FILE: contactsFile };
}

function writeContacts({ folder, contacts }: HospitalContents): string {
  const file = join(folder, 'contacts.json');
  const people = [...contacts].map(([id, email]) => [id, { email }]);
  writeFileSync(file, JSON.stringify(Object.fromEntries(people)), { mode: 0o600 });
  return file;
}
