import { join } from 'node:path';
import { Database, type RunningRole, startRole, TrustListCache } from '#platform';
import { nodeCryptography, sha256Base64url, verifyEvent } from '#protocol';
import { createTestDatabase, createTestFolder, MovableClock, SampleNetwork, SampleRegistry, sampleIds } from '#testing';
import { DataProviderAdapterModule } from '../data-provider-adapter.module.ts';
import { dataProviderAdapterRole } from '../data-provider-adapter.role.ts';
import { SessionSweep } from '../data-sessions/session-sweep.ts';
import { Counterparts } from './counterparts-under-test.ts';
import { SampleSource } from './sample-source-under-test.ts';

/** The whole role over real HTTP, on a database of its own, listed with a manager and a data user. */
export async function startProvider(more: Record<string, string> = {}) {
  const place = await createTestDatabase();
  const folder = await createTestFolder();
  const registry = await SampleRegistry.start(folder.path);
  const network = await SampleNetwork.create();
  const clock = new MovableClock();
  const source = new SampleSource();
  const role = {
    ...dataProviderAdapterRole,
    module: (settings: Parameters<typeof dataProviderAdapterRole.module>[0]) =>
      DataProviderAdapterModule.forSettings(settings, async () => source),
  };
  const start = (changed: Record<string, string> = {}): Promise<RunningRole> =>
    startRole(
      role,
      {
        PARTICIPANT_ID: sampleIds.provider,
        PARTICIPANT_NAME: 'The bank',
        PORT: '0',
        DATABASE_URL: place.url,
        KEYS_FOLDER: join(folder.path, 'keys'),
        TRUST_LIST_URL: registry.url,
        TRUST_ROOTS_FILE: registry.rootsFile,
        NETWORK_IS_LOCAL: 'true',
        OUTBOX_FOLDER: join(folder.path, 'outbox'),
        LOG_FILE: join(folder.path, 'provider.log'),
        RECORD_SOURCE: 'generated-statements',
        STATEMENTS_SEED: 'not used',
        CONTACTS_FILE: 'not used',
        ...more,
        ...changed,
      },
      { clock },
    );
  const provider = await start();
  const counterparts = await Counterparts.start((raw) => {
    const participant = registry.participants.find(({ id }) => id === sampleIds.provider);
    const participants = {
      findParticipant: () => participant,
      findKey: (_id: string, kid: string) => participant?.keys.find((key) => key.kid === kid),
    };
    // Either of the two may be meant; which one is in the event.
    const audience = undefined;
    return verifyEvent(raw, ['data-provider'], {
      audience,
      now: clock.now(),
      participants,
      cryptography: nodeCryptography,
      evidence: {},
    });
  });
  registry.participants = counterparts.describe(network);
  await registry.enrol(provider.url);
  return {
    url: provider.url,
    provider,
    network,
    registry,
    clock,
    source,
    counterparts,
    databaseUrl: place.url,
    folder: folder.path,
    start,
    async query(text: string, values: unknown[] = []): Promise<unknown[]> {
      const database = provider.app.get(Database, { strict: false });
      return database.read({ name: `spec-${sha256Base64url(text)}`, text }, values);
    },
    /** Publishes who is listed now, and has the provider take it. */
    async relist(): Promise<void> {
      await registry.publish();
      await provider.app.get(TrustListCache, { strict: false }).refresh();
    },
    sweep: () => provider.app.get(SessionSweep, { strict: false }).sweep(),
    async stop(...others: RunningRole[]) {
      await Promise.all([provider, ...others].map((running) => running.stop()));
      await counterparts.stop();
      await registry.stop();
      await place.drop();
      await folder.remove();
    },
  };
}

export type ProviderUnderTest = Awaited<ReturnType<typeof startProvider>>;
