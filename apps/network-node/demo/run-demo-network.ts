import type { EmbeddedPostgres } from '#embedded-postgres';
import { PortInUse, type RunningRole, startRole } from '#platform';
import { enrolAll, waitUntilReady } from '../network/enrol.ts';
import { findPorts } from '../network/free-ports.ts';
import { type LocalNetwork, makeFolders, settingsOf } from '../network/member.ts';
import { takeNewList } from '../network/take-new-list.ts';
import { getRole } from '../node/known-roles.ts';
import type { CleanUp } from '../terminal/clean-up.ts';
import { demoMembers, withDemoSignIn } from './demo-network.ts';
import { prepareDemoPeople } from './demo-people.ts';
import { type DemoState, readDemoState, writeDemoState } from './demo-state.ts';

export interface RunningDemo {
  readonly network: LocalNetwork;
  readonly state: DemoState;
  remember(change: Partial<DemoState>): void;
}

export interface DemoWanted {
  readonly seed: string;
  readonly firstPort: number;
  /** `NODE_ENV` of this process. */
  readonly nodeEnv?: string | undefined;
}

/** Another network may start at the same moment, and take a port between our look at it and our use of it. */
const portAttempts = 3;

/**
 * Starts every role of the demo network in this process; what was there before is kept.
 *
 * @param starting the network's PostgreSQL, on its way up
 * @param cleanUp hears of everything that has begun to start, so that it can be stopped at any moment
 * @param onProgress hears one line for each thing that has started
 */
export async function runDemoNetwork(
  folder: string,
  starting: Promise<EmbeddedPostgres>,
  { seed, firstPort, nodeEnv }: DemoWanted,
  cleanUp: CleanUp,
  onProgress: (line: string) => void,
): Promise<RunningDemo> {
  const before = readDemoState(folder);
  const members = withDemoSignIn(demoMembers(folder, before?.seed ?? seed), before?.seed ?? seed, nodeEnv);
  const names = [...members.map(({ name }) => name), 'tour'];
  makeFolders({ folder, members });
  // Before the state is first written: a start that was interrupted here begins anew.
  if (before === undefined) await prepareDemoPeople(folder, seed);
  let state: DemoState = { seed, enrolled: false, played: false, ...before, ports: before?.ports ?? {} };
  const remember = (change: Partial<DemoState>) => {
    state = { ...state, ...change };
    writeDemoState(folder, state);
  };
  const choosePorts = async (): Promise<DemoState['ports']> => {
    const ports = await findPorts(names, firstPort, state.ports);
    // Ports that had to move are told to the registry as well, also where this start is interrupted before it can.
    if (names.some((name) => state.ports[name] !== ports[name])) remember({ ports, enrolled: false });
    return ports;
  };

  const postgres = await starting;
  cleanUp.check();
  onProgress('PostgreSQL is running');
  const place = { folder, databaseUrl: postgres.url, members };
  const { network, roles } = await startOnFreePorts(place, choosePorts, cleanUp, onProgress);
  if (state.enrolled) {
    await waitUntilReady(network);
  } else {
    await enrolAll(network, undefined, () => takeNewList(roles));
    onProgress('all are in the trust list');
  }
  remember({ enrolled: true });
  return {
    network,
    get state() {
      return state;
    },
    remember,
  };
}

async function startOnFreePorts(
  place: Omit<LocalNetwork, 'ports'>,
  choosePorts: () => Promise<LocalNetwork['ports']>,
  cleanUp: CleanUp,
  onProgress: (line: string) => void,
): Promise<{ network: LocalNetwork; roles: RunningRole[] }> {
  for (let attempt = 1; ; attempt++) {
    const network = { ...place, ports: await choosePorts() };
    const starting = startRoles(network, onProgress);
    cleanUp.add(() => stopRoles(starting));
    try {
      return { network, roles: await Promise.all(starting) };
    } catch (error) {
      if (!(error instanceof PortInUse) || attempt === portAttempts) throw error;
      await stopRoles(starting);
      cleanUp.check();
    }
  }
}

function startRoles(network: LocalNetwork, onProgress: (line: string) => void): Promise<RunningRole>[] {
  return network.members.map(async (member) => {
    const role = await startRole(getRole(member.role), settingsOf(network, member));
    onProgress(`${member.title} (${member.role}) listens on ${role.url}`);
    return role;
  });
}

async function stopRoles(starting: readonly Promise<RunningRole>[]): Promise<void> {
  const roles = await Promise.allSettled(starting);
  await Promise.all(roles.map((role) => (role.status === 'fulfilled' ? role.value.stop() : undefined)));
}
