import { rm } from 'node:fs/promises';
import { loadCatalogues } from '#platform';
import { sha256Base64url } from '#protocol';
import { DataUserClient } from '../clients/data-user-client.ts';
import { writeGeneratedPeople } from '../demo/demo-people.ts';
import { apiKeyFileOf, type LocalNetwork, urlOf } from '../network/member.ts';
import { removeLeftovers, temporaryFolder } from '../network/temporary-folder.ts';
import { CleanUp } from '../terminal/clean-up.ts';
import { dim } from '../terminal/terminal.ts';
import { unlessStopped, untilAskedToStop } from '../terminal/until-asked-to-stop.ts';
import { prepareHospital } from './hospital.ts';
import type { HospitalKind } from './hospital-kinds.ts';
import {
  contactOf,
  hospitalNames,
  type JourneyRun,
  type PrepareHospital,
  startJourneyNetwork,
} from './journey-network.ts';
import { travel } from './one-journey.ts';
import { readSource, type SourcePeople } from './source-records.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface JourneyOptions extends JourneyRun {
  /** A folder of FHIR R4 bulk-export NDJSON; people are generated where absent. */
  readonly data?: string;
  /** At most so many of its people; how many to generate. All, or twelve, where absent. */
  readonly people?: number;
  /** What hospitals keep these records in, each in one kind of system. */
  readonly sources: readonly HospitalKind[];
}

export interface JourneyResult {
  /** Joined by commas where there are several hospitals. */
  readonly source: string;
  readonly people: number;
  /** What came from all hospitals. */
  readonly records: number;
  /** At the source. */
  readonly recordsByType: Readonly<Record<string, number>>;
  /** Records that came otherwise than they are at the source, did not come, or should not have come. */
  readonly mismatches: number;
  /** SHA-256 over the sorted digests of each person's records, person by person, hospital by hospital. */
  readonly sourceDigest: string;
  readonly receivedDigest: string;
  /** Calls that each process of a role was given, where there are several. */
  readonly calls: Readonly<Record<string, readonly number[]>>;
  readonly seconds: number;
}

const atOnce = 4;

/** How many stand in only one of two sorted lists. */
function countDifferences(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const one of a) counts.set(one, (counts.get(one) ?? 0) + 1);
  for (const one of b) counts.set(one, (counts.get(one) ?? 0) - 1);
  return [...counts.values()].reduce((sum, count) => sum + Math.abs(count), 0);
}

/** The records of one person at one hospital. Nobody else in the network has her contact. */
interface Journey {
  readonly id: string;
  readonly hospital: string;
  readonly contact: string;
}

const journeysOf = ({ ids }: SourcePeople, hospitals: readonly string[]): readonly Journey[] =>
  hospitals.flatMap((hospital, at) =>
    ids.map((id, index) => ({ id, hospital, contact: contactOf(at * ids.length + index) })),
  );

/** @returns the digests of what came, in the order of the journeys */
async function travelAll(
  network: LocalNetwork,
  journeys: readonly Journey[],
  dataTypes: readonly string[],
  onArrival: (arrived: number) => void,
): Promise<readonly (readonly string[])[]> {
  const clinic = new DataUserClient(urlOf(network, 'clinic'), apiKeyFileOf(network, 'clinic'));
  const received: (readonly string[])[] = [];
  const waiting = [...journeys.entries()];
  let arrived = 0;
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [at, { hospital, contact }] = next;
      received[at] = await travel(network, clinic, hospital, contact, dataTypes);
      arrived += 1;
      onArrival(arrived);
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, worker));
  } finally {
    await clinic.close();
  }
  return received;
}

const processWords = (replicas: number) =>
  replicas === 1 ? 'each in its own process' : `each in ${replicas} processes behind one address`;

const digestAll = (journeys: readonly Journey[], digests: readonly (readonly string[])[]) =>
  sha256Base64url(journeys.map(({ id }, at) => `${id} ${(digests[at] ?? []).join(' ')}`).join('\n'));

/**
 * Every person of each hospital links, is asked, approves, and has every record fetched and read back.
 *
 * @param home where the folder of this run is put, and removed from
 * @throws CommandFailure where there is nothing to carry, or when interrupted
 */
export async function runJourney(
  options: JourneyOptions,
  home: string,
  environment: Environment,
  say: (line: string) => void,
): Promise<JourneyResult> {
  const begun = performance.now();
  const stopped = untilAskedToStop();
  const cleanUp = new CleanUp();
  try {
    await removeLeftovers(home, 'journey');
    const folder = temporaryFolder(home, 'journey');
    cleanUp.add(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
    const data = options.data ?? (await writeGeneratedPeople(folder, 'assent', options.people ?? 12));
    const known = new Set(loadCatalogues().dataTypes.keys());
    const source = await readSource(data, known, options.people ?? Number.POSITIVE_INFINITY);
    const { sources } = options;
    const hospitals = hospitalNames(sources);
    const journeys = journeysOf(source, hospitals);
    const roles = `${hospitals.length + 3} roles, ${processWords(options.replicas)}`;
    say(`${source.ids.length} people in ${data}; starting PostgreSQL and ${roles} …`);
    const dataTypes = Object.keys(source.counts);
    const prepare: PrepareHospital = (at, own, databaseUrl) => {
      const there = journeys.filter(({ hospital }) => hospital === hospitals[at]);
      const contacts = new Map(there.map(({ id, contact }) => [id, contact]));
      const contents = { folder: own, data, contacts, dataTypes, databaseUrl };
      return prepareHospital(sources[at] ?? 'fhir-ndjson', contents, cleanUp);
    };
    const starting = startJourneyNetwork(folder, hospitals, prepare, options, environment, cleanUp);
    const network = await unlessStopped(stopped, starting);
    say('all up; each person links, is asked, approves; the clinic fetches and reads');
    const travelling = travelAll(network, journeys, dataTypes, (done) => {
      if (done % 10 === 0 || done === journeys.length) say(dim(`  ${done} of ${journeys.length} journeys`));
    });
    const received = await unlessStopped(stopped, travelling);
    const expected = journeys.map(({ id }) => source.digests.get(id) ?? []);
    const mismatches = expected.map((digests, at) => countDifferences(digests, received[at] ?? []));
    return {
      source: sources.join(','),
      people: source.ids.length,
      records: received.reduce((sum, digests) => sum + digests.length, 0),
      recordsByType: source.counts,
      mismatches: mismatches.reduce((sum, count) => sum + count, 0),
      sourceDigest: digestAll(journeys, expected),
      receivedDigest: digestAll(journeys, received),
      calls: network.replicas.calls,
      seconds: Math.round((performance.now() - begun) / 10) / 100,
    };
  } finally {
    await cleanUp.run();
  }
}
