import { join } from 'node:path';
import { startEmbeddedPostgres } from '#platform';
import { enrolAll } from '../network/enrol.ts';
import { findPorts, firstPortOfRun } from '../network/free-ports.ts';
import { folderOf, type LocalNetwork, type Member, makeFolders } from '../network/member.ts';
import type { CleanUp } from '../terminal/clean-up.ts';
import { type JourneyReplicas, startReplicas } from './journey-replicas.ts';
import { startOwnRedis } from './own-redis.ts';

/** The four roles of a journey. */
function journeyMembers(hospitalSettings: Readonly<Record<string, string>> = {}): readonly Member[] {
  return [
    { name: 'registry', role: 'trust-registry', id: 'https://registry.assent.example', title: 'Open Trust Registry' },
    { name: 'saathi', role: 'consent-manager', id: 'https://saathi.example', title: 'Saathi Consent Manager' },
    {
      name: 'hospital',
      role: 'data-provider-adapter',
      id: 'https://st-brigid.example',
      title: 'St Brigid Hospital',
      settings: hospitalSettings,
    },
    { name: 'clinic', role: 'data-user-gateway', id: 'https://riverside-clinic.example', title: 'Riverside Clinic' },
  ];
}

/** The contact generated for the person of this number. */
export const contactOf = (index: number): string => `person-${index + 1}@people.example`;

/** Two cores start eight processes no faster than one after another. */
const startPatienceMs = 60_000;

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

/** Makes the hospital's own system in this folder or on this PostgreSQL. @returns the settings that lead to it */
export type PrepareHospital = (folder: string, databaseUrl: string) => Promise<Record<string, string>>;

/**
 * Starts PostgreSQL and each role in a process of its own, all in one folder.
 *
 * @param cleanUp hears of everything that has begun to start
 */
export async function startJourneyNetwork(
  folder: string,
  prepareHospital: PrepareHospital,
  run: JourneyRun,
  environment: Readonly<Record<string, string | undefined>>,
  cleanUp: CleanUp,
): Promise<JourneyNetwork> {
  const places = journeyMembers();
  makeFolders({ folder, members: places });
  const { redis: redisPort = 0, ...ports } = await findPorts(
    [...places.map(({ name }) => name), 'redis'],
    firstPortOfRun(),
  );
  const starting = startEmbeddedPostgres(join(folder, 'postgres'));
  cleanUp.add(async () => (await starting).stop());
  const postgres = await starting;
  cleanUp.check();
  const members = journeyMembers(await prepareHospital(folderOf({ folder }, 'hospital'), postgres.url));
  cleanUp.check();
  const network: LocalNetwork = { folder, databaseUrl: postgres.url, members, ports };
  const settings = await queueSettings(run, folder, redisPort, cleanUp);
  const replicas = await startReplicas(network, run.replicas, settings, environment, cleanUp);
  await enrolAll(network, startPatienceMs * run.replicas);
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
