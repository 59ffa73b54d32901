import { join } from 'node:path';
import type { ParticipantRole } from '#domain';
import { type Clock, type Role, type RunningRole, startRole } from '#platform';
import { createTestDatabase } from '../database/test-database.ts';
import { createTestFolder } from '../database/test-folder.ts';
import { SampleRegistry } from './sample-registry.ts';

type RoleFor = (name: string, listedAs: ParticipantRole) => Role;

/** A manager and a provider that run, enrolled at a small registry, each with a schema of its own in one database. */
export async function startRunningNetwork(
  roleFor: RoleFor,
  settings: Readonly<Record<string, string>> = {},
  clock?: Clock,
) {
  const place = await createTestDatabase();
  const folder = await createTestFolder();
  const registry = await SampleRegistry.start(folder.path);
  const start = (name: string, listedAs: ParticipantRole, more: Record<string, string> = {}) =>
    startRole(
      roleFor(name, listedAs),
      {
        PARTICIPANT_ID: `https://${name}.example`,
        PARTICIPANT_NAME: name,
        PORT: '0',
        DATABASE_URL: place.url,
        DATABASE_SCHEMA: name,
        KEYS_FOLDER: join(folder.path, name, 'keys'),
        TRUST_LIST_URL: registry.url,
        TRUST_ROOTS_FILE: registry.rootsFile,
        TRUST_LIST_CACHE_FILE: join(folder.path, name, 'trust-list.jwt'),
        NETWORK_IS_LOCAL: 'true',
        LOG_FILE: join(folder.path, `${name}.log`),
        ...settings,
        ...more,
      },
      clock === undefined ? {} : { clock },
    );
  const manager = await start('manager', 'consent-manager');
  const provider = await start('provider', 'data-provider');
  await registry.enrol(manager.url);
  await registry.enrol(provider.url);
  return {
    registry,
    manager,
    provider,
    folder: folder.path,
    databaseUrl: place.url,
    start,
    async stop(...others: RunningRole[]) {
      await Promise.all([manager, provider, ...others].map((role) => role.stop()));
      await registry.stop();
      await place.drop();
      await folder.remove();
    },
  };
}
