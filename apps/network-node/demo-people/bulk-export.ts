import { mkdir, open, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '#domain';
import { generateHealthRecords } from './health-records.ts';
import type { DemoPerson } from './people.ts';

const resourceTypes = [
  'Patient',
  'AllergyIntolerance',
  'Condition',
  'Encounter',
  'Immunization',
  'MedicationRequest',
  'Observation',
  'Procedure',
];

/**
 * Writes the people's records as a FHIR bulk export: one `<ResourceType>.ndjson` per type, readable by the owner alone.
 * One person's records are held at a time; a file appears only once it is whole.
 * @returns how many records were written, per resource type
 */
export async function writeBulkExport(
  folder: string,
  people: readonly DemoPerson[],
  { seed, asOf }: { readonly seed: string; readonly asOf: Instant },
): Promise<Record<string, number>> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const files = new Map(
    await Promise.all(
      resourceTypes.map(async (type) => [type, await open(join(folder, `${type}.ndjson.part`), 'w', 0o600)] as const),
    ),
  );
  const counts: Record<string, number> = Object.fromEntries(resourceTypes.map((type) => [type, 0]));
  try {
    for (const person of people) {
      const records = generateHealthRecords(person, seed, asOf);
      for (const [type, file] of files) {
        const lines = records
          .filter((record) => record.resourceType === type)
          .map((record) => `${JSON.stringify(record)}\n`);
        counts[type] = (counts[type] ?? 0) + lines.length;
        await file.appendFile(lines.join(''));
      }
    }
  } finally {
    for (const file of files.values()) await file.close();
  }
  for (const type of resourceTypes) await rename(join(folder, `${type}.ndjson.part`), join(folder, `${type}.ndjson`));
  return counts;
}

/** Writes the contacts an institution has on record: person id -> her email address and telephone number. */
export async function writeContacts(
  path: string,
  people: ReadonlyArray<Pick<DemoPerson, 'id' | 'email' | 'tel'>>,
): Promise<void> {
  const contacts = Object.fromEntries(
    people.map(({ id, email, tel }) => [id, tel === undefined ? { email } : { email, tel }]),
  );
  await writeFile(path, `${JSON.stringify(contacts, null, 2)}\n`, { mode: 0o600 });
}
