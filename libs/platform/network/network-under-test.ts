import { join } from 'node:path';
import { createTestDatabase, createTestFolder, SampleRegistry } from '#testing';
import type { RunningRole } from '../role/role.ts';
import { startRole } from '../role/start-role.ts';
import { greeterRole } from './role-under-test.ts';

/** A manager and a provider, both enrolled at a small registry, on a database of their own. */
export async function startNetworkUnderTest() {
  const place = await createTestDatabase();
  const folder = await createTestFolder();
  const registry = await SampleRegistry.start(folder.path);
  const start = (name: string, as: 'consent-manager' | 'data-provider', more: Record<string, string> = {}) =>
    startRole(greeterRole(name, as), {
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
      ...more,
    });
  const manager = await start('manager', 'consent-manager');
  const provider = await start('provider', 'data-provider');
  await registry.enrol(manager.url);
  await registry.enrol(provider.url);
  return {
    registry,
    manager,
    provider,
    folder: folder.path,
    start,
    async stop(...others: RunningRole[]) {
      await Promise.all([manager, provider, ...others].map((role) => role.stop()));
      await registry.stop();
      await place.drop();
      await folder.remove();
    },
  };
}
