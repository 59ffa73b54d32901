import { join } from 'node:path';
import { startEmbeddedPostgres } from '#platform';
import { enrolAll } from '../network/enrol.ts';
import { findPorts, firstPortOfRun } from '../network/free-ports.ts';
import { folderOf, type LocalNetwork, type Member, makeFolders } from '../network/member.ts';
import type { CleanUp } from '../terminal/clean-up.ts';
import type { HospitalKind } from './hospital-kinds.ts';
import { type JourneyReplicas, startReplicas } from './journey-replicas.ts';
import { startOwnRedis } from './own-redis.ts';

/** What the hospitals of a journey are called: one for each kind of system that records are kept in. */
export const hospitalNames = (kinds: readonly HospitalKind[]): readonly string[] =>
  kinds.length === 1 ? ['hospital'] : kinds.map((kind) => `hospital-${kind}`);

type Settings = Readonly<Record<string, string>>;

/** The roles of a journey. @param hospitals name -> settings */
function journeyMembers(hospitals: ReadonlyMap<string, Settings>): readonly Member[] {
  return [
    { name: 'registry', role: 'trust-registry', id: 'https://registry.assent.example', title: 'Open Trust Registry' },
    { name: 'saathi', role: 'consent-manager', id: 'https://saathi.example', title: 'Saathi Consent Manager' },
    ...[...hospitals].map(([name, settings]) => ({
      name,
      role: 'data-provider-adapter' as const,
      id: `https://${name}.st-brigid.example`,
      title: 'St Brigid Hospital',
      settings,
    })),
    { name: 'clinic', role: 'data-user-gateway', id: 'https://riverside-clinic.example', title: 'Riverside Clinic' },
  ];
}

/** The contact generated for the person of this number. */
export const contactOf = (index: number): string => `person-${index + 1}@people.example`;

/** Two cores start many processes no faster than one after another. */
const patiencePerProcessMs = 15_000;

/** How the roles of a journey are run. */
export interface JourneyRun {
  /** Processes of each role; several share one address. */
  readonly replicas: number;
  /** Where queues are kept: an address, or `auto` for a Redis of this run's own. In PostgreSQL where absent. */
  readonly redis?: string;
}

export interface JourneyNetwork extends LocalNetwork {
  readonly replicas: JourneyReplicas;
}

/**
 * Makes a hospital's own system in this folder or on this PostgreSQL.
 *
 * @param index of the hospital
 * @returns the settings that lead to it
 */
export type PrepareHospital = (index: number, folder: string, databaseUrl: string) => Promise<Settings>;

/**
 * Starts PostgreSQL and each role in a process of its own, all in one folder.
 *
 * @param hospitals their names
 * @param cleanUp hears of everything that has begun to start
 */
export async function startJourneyNetwork(
  folder: string,
  hospitals: readonly string[],
  prepareHospital: PrepareHospital,
  run: JourneyRun,
  environment: Readonly<Record<string, string | undefined>>,
  cleanUp: CleanUp,
): Promise<JourneyNetwork> {
  const settingsOfHospitals = new Map<string, Settings>(hospitals.map((name) => [name, {}]));
  const places = journeyMembers(settingsOfHospitals);
  makeFolders({ folder, members: places });
  const { redis: redisPort = 0, ...ports } = await findPorts(
    [...places.map(({ name }) => name), 'redis'],
    await firstPortOfRun(),
  );
  const starting = startEmbeddedPostgres(join(folder, 'postgres'));
  cleanUp.add(async () => (await starting).stop());
  const postgres = await starting;
  cleanUp.check();
  for (const [index, name] of hospitals.entries()) {
    settingsOfHospitals.set(name, await prepareHospital(index, folderOf({ folder }, name), postgres.url));
    cleanUp.check();
  }
  const members = journeyMembers(settingsOfHospitals);
  const network: LocalNetwork = { folder, databaseUrl: postgres.url, members, ports };
  const settings = await queueSettings(run, folder, redisPort, cleanUp);
  const replicas = await startReplicas(network, run.replicas, settings, environment, cleanUp);
  await enrolAll(network, patiencePerProcessMs * members.length * run.replicas);
  await replicas.waitUntilReady();
  return { ...network, replicas };
}

async function queueSettings({ redis }: JourneyRun, folder: string, port: number, cleanUp: CleanUp) {
  if (redis === undefined) return {};
  if (redis !== 'auto') return { REDIS_URL: redis };
  const own = await startOwnRedis(folder, port);
  cleanUp.add(() => own.stop());
  return { REDIS_URL: own.url };
}
