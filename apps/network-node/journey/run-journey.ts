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
import { contactOf, type JourneyRun, type PrepareHospital, startJourneyNetwork } from './journey-network.ts';
import { travel } from './one-journey.ts';
import { readSource, type SourcePeople } from './source-records.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface JourneyOptions extends JourneyRun {
  /** A folder of FHIR R4 bulk-export NDJSON; people are generated where absent. */
  readonly data?: string;
  /** At most so many of its people; how many to generate. All, or twelve, where absent. */
  readonly people?: number;
  /** What the hospital keeps its records in; the folder itself where absent. */
  readonly source?: HospitalKind;
}

export interface JourneyResult {
  readonly source: HospitalKind;
  readonly people: number;
  readonly records: number;
  readonly recordsByType: Readonly<Record<string, number>>;
  /** Records that came otherwise than they are at the source, did not come, or should not have come. */
  readonly mismatches: number;
  /** SHA-256 over the sorted digests of each person's records, person by person. */
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

async function travelAll(
  network: LocalNetwork,
  source: SourcePeople,
  onArrival: (index: number) => void,
): Promise<Map<string, readonly string[]>> {
  const clinic = new DataUserClient(urlOf(network, 'clinic'), apiKeyFileOf(network, 'clinic'));
  const received = new Map<string, readonly string[]>();
  const waiting = source.ids.map((id, index) => ({ id, index }));
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      received.set(next.id, await travel(network, clinic, contactOf(next.index), Object.keys(source.counts)));
      onArrival(received.size);
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

const digestAll = (source: SourcePeople, digests: ReadonlyMap<string, readonly string[]>) =>
  sha256Base64url(source.ids.map((id) => `${id} ${(digests.get(id) ?? []).join(' ')}`).join('\n'));

/**
 * Every person of a hospital links, is asked, approves, and has every record fetched and read back.
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
    say(
      `${source.ids.length} people in ${data}; starting PostgreSQL and four roles, ${processWords(options.replicas)} …`,
    );
    const kind = options.source ?? 'fhir-ndjson';
    const contacts = new Map(source.ids.map((id, index) => [id, contactOf(index)]));
    const dataTypes = Object.keys(source.counts);
    const prepare: PrepareHospital = (own, databaseUrl) =>
      prepareHospital(kind, { folder: own, data, contacts, dataTypes, databaseUrl }, cleanUp);
    const starting = startJourneyNetwork(folder, prepare, options, environment, cleanUp);
    const network = await unlessStopped(stopped, starting);
    say('all up; each person links, is asked, approves; the clinic fetches and reads');
    const travelling = travelAll(network, source, (done) => {
      if (done % 10 === 0 || done === source.ids.length) say(dim(`  ${done} of ${source.ids.length} people`));
    });
    const received = await unlessStopped(stopped, travelling);
    const mismatches = source.ids.map((id) => countDifferences(source.digests.get(id) ?? [], received.get(id) ?? []));
    return {
      source: kind,
      people: source.ids.length,
      records: [...received.values()].reduce((sum, digests) => sum + digests.length, 0),
      recordsByType: source.counts,
      mismatches: mismatches.reduce((sum, count) => sum + count, 0),
      sourceDigest: digestAll(source, source.digests),
      receivedDigest: digestAll(source, received),
      calls: network.replicas.calls,
      seconds: Math.round((performance.now() - begun) / 10) / 100,
    };
  } finally {
    await cleanUp.run();
  }
}
