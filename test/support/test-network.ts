import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startRole } from '#platform';
import { createTestDatabase, createTestFolder, HandSetClock } from '#testing';
import { enrolAll } from '../../apps/network-node/network/enrol.ts';
import { findPorts, firstPortOfRun } from '../../apps/network-node/network/free-ports.ts';
import { type LocalNetwork, type Member, makeFolders, settingsOf } from '../../apps/network-node/network/member.ts';
import { takeNewList } from '../../apps/network-node/network/take-new-list.ts';
import { getRole } from '../../apps/network-node/node/known-roles.ts';

export const asha = { kind: 'email', value: 'asha.raman@mail.example' } as const;
export const ravi = { kind: 'email', value: 'ravi.menon@mail.example' } as const;

/** Two of each kind where one can be taken for the other. */
export function testMembers(folder: string): readonly Member[] {
  const statements = {
    RECORD_SOURCE: 'generated-statements',
    STATEMENTS_SEED: 'test',
    CONTACTS_FILE: contactsIn(folder),
  };
  return [
    { name: 'registry', role: 'trust-registry', id: 'https://registry.example', title: 'Registry' },
    { name: 'saathi', role: 'consent-manager', id: 'https://saathi.example', title: 'Saathi' },
    {
      name: 'bank',
      role: 'data-provider-adapter',
      id: 'https://bank.example',
      title: 'Harbour Bank',
      settings: statements,
    },
    { name: 'lender', role: 'data-user-gateway', id: 'https://lender.example', title: 'Fairlend' },
    { name: 'rival', role: 'data-user-gateway', id: 'https://rival.example', title: 'Rival Loans' },
  ];
}

const contactsIn = (folder: string) => join(folder, 'contacts.json');

export interface TestNetwork {
  readonly network: LocalNetwork;
  /** The one clock of every role. */
  readonly clock: HandSetClock;
  stop(): Promise<void>;
}

/**
 * Every role in this process, over real HTTP and a database of its own, with people who bank at the bank.
 *
 * @param beginsAt near the real time where commands take part: they run in processes with a clock of their own
 */
export async function startTestNetwork(
  extra: Readonly<Record<string, Record<string, string>>> = {},
  beginsAt = '2026-11-21T10:00:00.000Z',
): Promise<TestNetwork> {
  const [database, folder] = await Promise.all([createTestDatabase(), createTestFolder()]);
  const contacts = { 'customer-1': { email: asha.value }, 'customer-2': { email: ravi.value } };
  await writeFile(contactsIn(folder.path), JSON.stringify(contacts), { mode: 0o600 });
  const members = testMembers(folder.path).map((member) => ({
    ...member,
    settings: { LOG_LEVEL: 'warn', DATABASE_POOL_SIZE: '5', ...member.settings, ...extra[member.name] },
  }));
  const ports = await findPorts(
    members.map(({ name }) => name),
    await firstPortOfRun(),
  );
  const network: LocalNetwork = { folder: folder.path, databaseUrl: database.url, members, ports };
  makeFolders(network);
  const clock = new HandSetClock(beginsAt);
  const roles = await Promise.all(
    members.map((member) => startRole(getRole(member.role), settingsOf(network, member), { clock })),
  );
  await enrolAll(network, undefined, () => takeNewList(roles));
  return {
    network,
    clock,
    async stop() {
      await Promise.all(roles.map((role) => role.stop()));
      await database.drop();
      await folder.remove();
    },
  };
}
