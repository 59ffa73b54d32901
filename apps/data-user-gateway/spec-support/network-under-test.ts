import type { Clock } from '#platform';
import { createTestDatabase, createTestFolder, SampleNetwork, SampleRegistry } from '#testing';
import { GatewayUnderTest } from './gateway-under-test.ts';

/** A gateway, a manager and a provider, enrolled at a registry of their own, on a database of their own. */
export async function startNetwork(clock: Clock, settings: Record<string, string> = {}) {
  const [place, folder] = await Promise.all([createTestDatabase(), createTestFolder()]);
  const registry = await SampleRegistry.start(folder.path);
  const { members } = await SampleNetwork.create();
  const around = { databaseUrl: place.url, folder: folder.path, clock, registry, members };
  const gateway = await GatewayUnderTest.start(around, settings);
  return {
    gateway,
    registry,
    folder: folder.path,
    async stop() {
      await gateway.stop();
      await registry.stop();
      await place.drop();
      await folder.remove();
    },
  };
}

export type NetworkUnderTest = Awaited<ReturnType<typeof startNetwork>>;
