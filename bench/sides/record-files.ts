import { once } from 'node:events';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';

/** What of each data type one person has. */
interface Kind {
  readonly resourceType: string;
  readonly dateField: string;
  /** JSON of one record, in bytes. */
  readonly recordBytes: number;
  readonly recordsOf: (person: number) => number;
}

// A line of what is sealed names account and data type too: some 95 bytes more.
const kinds = (streamBytes: number): readonly Kind[] => [
  { resourceType: 'Observation', dateField: 'effectiveDateTime', recordBytes: 925, recordsOf: () => 10 },
  { resourceType: 'Procedure', dateField: 'performedDateTime', recordBytes: 925, recordsOf: () => 1000 },
  {
    resourceType: 'Condition',
    dateField: 'onsetDateTime',
    recordBytes: 4000,
    recordsOf: (person) => (person === 0 ? Math.ceil(streamBytes / 4096) : 0),
  },
];

export const patientOf = (person: number) => `bench-${person}`;
export const contactOf = (person: number) => `person-${person}@people.example`;

function record({ resourceType, dateField, recordBytes }: Kind, person: number, n: number): string {
  const made = {
    resourceType,
    id: `${resourceType.toLowerCase()}-${person}-${n}`,
    status: resourceType === 'Condition' ? undefined : 'final',
    code: { coding: [{ system: 'http://loinc.org', code: '8867-4', display: 'Heart rate' }], text: 'Heart rate' },
    subject: { reference: `Patient/${patientOf(person)}` },
    [dateField]: `2026-0${1 + (n % 9)}-1${n % 10}T08:${10 + (n % 50)}:00Z`,
    note: [{ text: '' }],
  };
  if (resourceType === 'Procedure') made.status = 'completed';
  const room = recordBytes - JSON.stringify(made).length;
  made.note = [{ text: 'She felt well and had slept enough. '.repeat(Math.ceil(room / 36)).slice(0, room) }];
  return JSON.stringify(made);
}

async function writeKind(folder: string, kind: Kind, people: number): Promise<void> {
  const file = createWriteStream(join(folder, `${kind.resourceType}.ndjson`), { highWaterMark: 4_194_304 });
  for (let person = 0; person < people; person += 1) {
    for (let n = 0; n < kind.recordsOf(person); n += 1) {
      if (!file.write(`${record(kind, person, n)}\n`)) await once(file, 'drain');
    }
  }
  file.end();
  await finished(file);
}

/**
 * FHIR R4 bulk export of people who each have 10 KB of observations and 1 MB of procedures; the first also has
 * `streamBytes` of conditions.
 *
 * @returns the file of their contacts
 */
export async function writeRecordFiles(folder: string, people: number, streamBytes: number): Promise<string> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const all = Array.from({ length: people }, (_, person) => person);
  const patients = all.map((person) =>
    JSON.stringify({ resourceType: 'Patient', id: patientOf(person), active: true }),
  );
  writeFileSync(join(folder, 'Patient.ndjson'), `${patients.join('\n')}\n`);
  for (const kind of kinds(streamBytes)) await writeKind(folder, kind, people);
  const contacts = join(folder, 'contacts.json');
  const entries = all.map((person) => [patientOf(person), { email: contactOf(person) }]);
  writeFileSync(contacts, JSON.stringify(Object.fromEntries(entries)), { mode: 0o600 });
  return contacts;
}
