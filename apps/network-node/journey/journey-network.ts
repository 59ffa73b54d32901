import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '#platform';
import { enrolAll } from '../network/enrol.ts';
import { findPorts } from '../network/free-ports.ts';
import { type LocalNetwork, type Member, makeFolders } from '../network/member.ts';
import { startAllProcesses } from '../network/role-process.ts';

/** The four roles of a journey, the hospital over a folder of FHIR R4 bulk export. */
function journeyMembers(folder: string, data: string): readonly Member[] {
  return [
    { name: 'registry', role: 'trust-registry', id: 'https://registry.assent.example', title: 'Open Trust Registry' },
    { name: 'saathi', role: 'consent-manager', id: 'https://saathi.example', title: 'Saathi Consent Manager' },
    {
      name: 'hospital',
      role: 'data-provider-adapter',
      id: 'https://st-brigid.example',
      title: 'St Brigid Hospital',
      settings: { RECORD_SOURCE: 'fhir-ndjson', FHIR_FOLDER: data, CONTACTS_FILE: contactsFileIn(folder) },
    },
    { name: 'clinic', role: 'data-user-gateway', id: 'https://riverside-clinic.example', title: 'Riverside Clinic' },
  ];
}

const contactsFileIn = (folder: string) => join(folder, 'hospital', 'contacts.json');

/** The contact generated for the person of this number. */
export const contactOf = (index: number): string => `person-${index + 1}@people.example`;

export interface JourneyNetwork {
  readonly network: LocalNetwork;
  stop(): Promise<void>;
}

/** Starts PostgreSQL and each role in a process of its own, all in one folder. */
export async function startJourneyNetwork(
  folder: string,
  data: string,
  people: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<JourneyNetwork> {
  const members = journeyMembers(folder, data);
  makeFolders({ folder, members });
  const contacts = people.map((id, index) => [id, { email: contactOf(index) }]);
  writeFileSync(contactsFileIn(folder), JSON.stringify(Object.fromEntries(contacts)), { mode: 0o600 });

  const ports = await findPorts(
    members.map(({ name }) => name),
    4300,
  );
  const postgres = await startEmbeddedPostgres(join(folder, 'postgres'));
  const network: LocalNetwork = { folder, databaseUrl: postgres.url, members, ports };
  const processes = startAllProcesses(network, environment);
  const stop = async () => {
    await Promise.all(processes.map((process) => process.stop()));
    await postgres.stop();
  };
  try {
    await enrolAll(network);
  } catch (error) {
    await stop();
    throw error;
  }
  return { network, stop };
}
