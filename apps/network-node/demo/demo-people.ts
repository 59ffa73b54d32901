import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Instant, toInstant } from '#domain';
import type { Contact } from '../clients/person-client.ts';
import { writeBulkExport, writeContacts } from '../demo-people/bulk-export.ts';
import { type DemoPerson, generatePeople } from '../demo-people/people.ts';

const neighbours = 32;

/** The one whose story is told, and people around her who know nothing of it. */
function demoPeople(seed: string): readonly DemoPerson[] {
  const [first, ...others] = generatePeople(seed, neighbours);
  if (first === undefined) throw new Error('nobody was generated');
  const asha: DemoPerson = {
    ...first,
    given: 'Asha',
    family: 'Raman',
    gender: 'female',
    birthDate: '1988-04-12',
    email: 'asha.raman@mail.example',
  };
  return [asha, ...others];
}

export function demoPerson(seed: string): { readonly contact: Contact; readonly principalName: string } {
  const [asha] = demoPeople(seed);
  return { contact: { kind: 'email', value: asha?.email ?? '' }, principalName: 'asha' };
}

export const hospitalExportIn = (folder: string): string => join(folder, 'hospital', 'bulk-export');
export const contactsFileIn = (folder: string): string => join(folder, 'contacts.json');

/** Today at midnight, so that one day's runs of one seed give the same records. */
const today = (): Instant => `${toInstant(Date.now()).slice(0, 10)}T00:00:00.000Z`;

/** Writes what bank and hospital know of these people: contacts, and years of health records. */
export async function prepareDemoPeople(folder: string, seed: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const people = demoPeople(seed);
  await writeContacts(contactsFileIn(folder), people);
  await writeBulkExport(hospitalExportIn(folder), people, { seed, asOf: today() });
}

/** @returns a folder of FHIR R4 bulk export for so many generated people */
export async function writeGeneratedPeople(folder: string, seed: string, count: number): Promise<string> {
  const target = join(folder, 'generated-people');
  await writeBulkExport(target, generatePeople(seed, count), { seed, asOf: today() });
  return target;
}
