import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ParticipantRole } from '#domain';

export type RoleName = 'trust-registry' | 'consent-manager' | 'data-provider-adapter' | 'data-user-gateway';

/** What each kind of role is listed as in the trust list. */
export const listedAs: Record<RoleName, ParticipantRole> = {
  'trust-registry': 'trust-registry',
  'consent-manager': 'consent-manager',
  'data-provider-adapter': 'data-provider',
  'data-user-gateway': 'data-user',
};

/** One organisation in a network on this machine, and the role it runs. */
export interface Member {
  /** Short, for folders, database schemas and the command line: `bank`. */
  readonly name: string;
  readonly role: RoleName;
  readonly id: string;
  readonly title: string;
  /** Settings beside those every member has. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A network on this machine: who is in it, where each listens, where each keeps its things. */
export interface LocalNetwork {
  readonly folder: string;
  readonly databaseUrl: string;
  readonly members: readonly Member[];
  readonly ports: Readonly<Record<string, number>>;
}

export function urlOf(network: LocalNetwork, name: string): string {
  return `http://127.0.0.1:${network.ports[name]}`;
}

export function folderOf(network: Pick<LocalNetwork, 'folder'>, name: string): string {
  return join(network.folder, name);
}

export const apiKeyFileOf = (network: Pick<LocalNetwork, 'folder'>, name: string): string =>
  join(folderOf(network, name), 'api-key');

export const keysFolderOf = (network: Pick<LocalNetwork, 'folder'>, name: string): string =>
  join(folderOf(network, name), 'keys');

export const outboxOf = (network: Pick<LocalNetwork, 'folder'>, name: string): string =>
  join(folderOf(network, name), 'outbox');

export function getMember(network: Pick<LocalNetwork, 'members'>, name: string): Member {
  const member = network.members.find((candidate) => candidate.name === name);
  if (member === undefined) throw new Error(`there is no ${name} in this network`);
  return member;
}

/** Each member's folder, readable by its owner alone. */
export function makeFolders(network: Pick<LocalNetwork, 'folder' | 'members'>): void {
  for (const { name } of network.members) mkdirSync(folderOf(network, name), { recursive: true, mode: 0o700 });
}

/** The settings of one member: what its role reads from its environment. */
export function settingsOf(network: LocalNetwork, member: Member): Record<string, string> {
  const registry = network.members.find(({ role }) => role === 'trust-registry');
  if (registry === undefined) throw new Error('a network needs a trust registry');
  const roots = join(folderOf(network, registry.name), 'trust-roots.jwks.json');
  const folder = folderOf(network, member.name);
  return {
    PARTICIPANT_ID: member.id,
    PARTICIPANT_NAME: member.title,
    HOST: '127.0.0.1',
    PORT: `${network.ports[member.name]}`,
    PUBLIC_URL: urlOf(network, member.name),
    DATABASE_URL: network.databaseUrl,
    DATABASE_SCHEMA: member.name.replaceAll('-', '_'),
    KEYS_FOLDER: keysFolderOf(network, member.name),
    API_KEY_FILE: apiKeyFileOf(network, member.name),
    TRUST_ROOTS_FILE: roots,
    TRUST_LIST_URL: `${urlOf(network, registry.name)}/trust-list`,
    TRUST_LIST_CACHE_FILE: join(folder, 'trust-list.jwt'),
    NETWORK_IS_LOCAL: 'true',
    MESSENGER: 'outbox',
    OUTBOX_FOLDER: outboxOf(network, member.name),
    LOG_FILE: join(folder, 'log.ndjson'),
    // On one machine everybody comes from one address.
    CODES_PER_CLIENT_ADDRESS_PER_HOUR: '1000000',
    WRONG_CODES_PER_CLIENT_ADDRESS_PER_HOUR: '1000000',
    ...member.settings,
  };
}
