import { demoMembers } from '../demo/demo-network.ts';
import type { LocalNetwork, Member, RoleName } from '../network/member.ts';

/** Who looks often sees soon what a moved clock or a healed counterpart has changed. */
const common = { TRUST_LIST_REFRESH_SECONDS: '1', DATABASE_POOL_SIZE: '5' };
const ofRole: Partial<Record<RoleName, Readonly<Record<string, string>>>> = {
  'data-user-gateway': { FETCH_SWEEP_SECONDS: '1', ERASURE_SWEEP_SECONDS: '1' },
};

/** Who calls a role without a signature: of a registry everyone asks for its list so. */
export const unsignedAt: Readonly<Record<RoleName, string>> = {
  'trust-registry': 'anyone',
  'consent-manager': 'person',
  'data-provider-adapter': 'nobody',
  'data-user-gateway': 'systems',
};

/** Where the role itself listens; on its public address stands a wire. */
export const innerName = (name: string) => `${name} itself`;

/**
 * The organisations of the demo network, each role behind a wire and with a clock that can be moved.
 *
 * @param ports of the wires, and of the roles themselves
 * @param settingsFor what a process is started with for its clock
 */
export function sandboxMembers(
  folder: string,
  seed: string,
  ports: Readonly<Record<string, number>>,
  settingsFor: (name: string) => Readonly<Record<string, string>>,
): readonly Member[] {
  return demoMembers(folder, seed).map((member) => ({
    ...member,
    settings: {
      ...common,
      ...ofRole[member.role],
      ...member.settings,
      ...settingsFor(member.name),
      PORT: `${ports[innerName(member.name)]}`,
    },
  }));
}

export function registryOf({ members }: Pick<LocalNetwork, 'members'>): string {
  const registry = members.find(({ role }) => role === 'trust-registry');
  if (registry === undefined) throw new Error('a network needs a trust registry');
  return registry.name;
}
