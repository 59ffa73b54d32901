import { join } from 'node:path';
import { waitUntilReady } from '../network/enrol.ts';
import { findPorts } from '../network/free-ports.ts';
import { folderOf, type LocalNetwork, type Member } from '../network/member.ts';
import { type RoleProcess, startRoleProcess } from '../network/role-process.ts';
import type { CleanUp } from '../terminal/clean-up.ts';
import { type RoundRobin, startRoundRobin } from './round-robin.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The processes of a journey's roles, and who stands before them. */
export interface JourneyReplicas {
  /** Name of a member -> its processes, in the order of `calls`. */
  readonly processes: ReadonlyMap<string, readonly RoleProcess[]>;
  /** Name of a member -> calls each of its processes was given; empty where each is alone. */
  readonly calls: Readonly<Record<string, readonly number[]>>;
  waitUntilReady(): Promise<void>;
}

/**
 * Starts so many processes of each role at the same moment, behind the role's one address where there are several.
 *
 * @param settings for every process, beside its member's own
 * @param cleanUp hears of everything that has begun to start
 */
export async function startReplicas(
  network: LocalNetwork,
  count: number,
  settings: Readonly<Record<string, string>>,
  environment: Environment,
  cleanUp: CleanUp,
): Promise<JourneyReplicas> {
  const places = await placesOf(network, count);
  const fronts = new Map<string, RoundRobin>();
  const processes = new Map<string, RoleProcess[]>();
  for (const member of network.members) {
    const ports = places.flatMap((place) => place.ports[member.name] ?? []);
    if (count > 1) {
      const front = await startRoundRobin(network.ports[member.name] ?? 0, ports);
      cleanUp.add(() => front.stop());
      fronts.set(member.name, front);
    }
    const started = ports.map((port, index) => {
      const own = { ...ownSettings(network, member, port, index), ...settings };
      return startRoleProcess(network, { ...member, settings: { ...member.settings, ...own } }, environment);
    });
    cleanUp.add(() => Promise.all(started.map((process) => process.stop())));
    processes.set(member.name, started);
  }
  return {
    processes,
    calls: Object.fromEntries([...fronts].map(([name, { calls }]) => [name, calls])),
    waitUntilReady: async () => void (await Promise.all(places.map((place) => waitUntilReady(place)))),
  };
}

/** The network as it is reached replica by replica. */
async function placesOf(network: LocalNetwork, count: number): Promise<LocalNetwork[]> {
  if (count === 1) return [network];
  const nameOf = (name: string, index: number) => `${name} ${index + 1}`;
  const indices = Array.from({ length: count }, (_, index) => index);
  const names = indices.flatMap((index) => network.members.map(({ name }) => nameOf(name, index)));
  const found = await findPorts(names, Math.max(...Object.values(network.ports)) + 1);
  return indices.map((index) => ({
    ...network,
    ports: Object.fromEntries(network.members.map(({ name }) => [name, found[nameOf(name, index)] ?? 0])),
  }));
}

const ownSettings = (network: LocalNetwork, { name }: Member, port: number, index: number) => ({
  PORT: `${port}`,
  ...(index > 0 && { LOG_FILE: join(folderOf(network, name), `log-${index + 1}.ndjson`) }),
});
