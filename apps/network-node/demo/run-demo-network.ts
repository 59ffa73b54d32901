import { startEmbeddedPostgres, startRole } from '#platform';
import { enrolAll, waitUntilReady } from '../network/enrol.ts';
import { findPorts } from '../network/free-ports.ts';
import { type LocalNetwork, makeFolders, settingsOf } from '../network/member.ts';
import { getRole } from '../node/known-roles.ts';
import { demoMembers } from './demo-network.ts';
import { prepareDemoPeople } from './demo-people.ts';
import { type DemoState, readDemoState, writeDemoState } from './demo-state.ts';

export interface RunningDemo {
  readonly network: LocalNetwork;
  readonly state: DemoState;
  remember(change: Partial<DemoState>): void;
  stop(): Promise<void>;
}

const firstPort = 4100;

/**
 * Starts PostgreSQL and every role of the demo network in this process; what was there before is kept.
 *
 * @param onProgress hears one line for each thing that has started
 */
export async function runDemoNetwork(
  folder: string,
  seed: string,
  onProgress: (line: string) => void,
): Promise<RunningDemo> {
  const before = readDemoState(folder);
  const members = demoMembers(folder, before?.seed ?? seed);
  const names = members.map(({ name }) => name);
  let state: DemoState = {
    seed: before?.seed ?? seed,
    ports: await findPorts(names, firstPort, before?.ports),
    enrolled: before?.enrolled ?? false,
    played: before?.played ?? false,
  };
  const remember = (change: Partial<DemoState>) => {
    state = { ...state, ...change };
    writeDemoState(folder, state);
  };
  makeFolders({ folder, members });
  remember({});
  if (before === undefined) await prepareDemoPeople(folder, state.seed);

  const postgres = await startEmbeddedPostgres(`${folder}/postgres`);
  onProgress('PostgreSQL is running');
  const network: LocalNetwork = { folder, databaseUrl: postgres.url, members, ports: state.ports };
  const started = await Promise.allSettled(
    members.map(async (member) => {
      const role = await startRole(getRole(member.role), settingsOf(network, member));
      onProgress(`${member.title} is listening on ${role.url} (${member.role})`);
      return role;
    }),
  );
  const stop = async () => {
    await Promise.all(started.map((role) => (role.status === 'fulfilled' ? role.value.stop() : undefined)));
    await postgres.stop();
  };
  try {
    for (const role of started) if (role.status === 'rejected') throw role.reason;
    // Ports that had to move are told to the registry as well.
    const moved = names.some((name) => before?.ports[name] !== state.ports[name]);
    if (state.enrolled && !moved) await waitUntilReady(network);
    else await enrolAll(network);
    remember({ enrolled: true });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    network,
    get state() {
      return state;
    },
    remember,
    stop,
  };
}
