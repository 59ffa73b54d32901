import { join } from 'node:path';
import { type RunningRole, startRole, TrustListCache } from '#platform';
import {
  createTestDatabase,
  createTestFolder,
  eventually,
  MovableClock,
  SampleNetwork,
  SampleRegistry,
  sampleIds,
} from '#testing';
import { consentManagerRole } from '../consent-manager.role.ts';
import { Counterparts } from './counterparts-under-test.ts';
import { Member } from './member-under-test.ts';

export const hospitalId = 'https://hospital.example';
export const shopId = 'https://shop.example';

/** The whole role over real HTTP, on a database of its own, listed with two data providers and two data users. */
export async function startManager(more: Record<string, string> = {}) {
  const place = await createTestDatabase();
  const folder = await createTestFolder();
  const registry = await SampleRegistry.start(folder.path);
  const [network, second] = await Promise.all([SampleNetwork.create(), SampleNetwork.create()]);
  const clock = new MovableClock();
  const outbox = join(folder.path, 'outbox');
  const settings = {
    PARTICIPANT_ID: sampleIds.manager,
    PARTICIPANT_NAME: 'The manager',
    PORT: '0',
    DATABASE_URL: place.url,
    KEYS_FOLDER: join(folder.path, 'keys'),
    TRUST_LIST_URL: registry.url,
    TRUST_ROOTS_FILE: registry.rootsFile,
    NETWORK_IS_LOCAL: 'true',
    OUTBOX_FOLDER: outbox,
    LOG_FILE: join(folder.path, 'manager.log'),
    ...more,
  };
  const manager: RunningRole = await startRole(consentManagerRole, settings, { clock });
  const findParticipant = (id: string) => registry.participants.find((participant) => participant.id === id);
  const findKey = (id: string, kid: string) => findParticipant(id)?.keys.find((key) => key.kid === kid);
  const context = () => ({ audience: undefined, now: clock.now(), participants: { findParticipant, findKey } });
  const counterparts = await Counterparts.start(context);
  const member = (of: SampleNetwork, name: 'provider' | 'user', id: string, title: string) => {
    const role = name === 'provider' ? 'data-provider' : 'data-user';
    const participant = counterparts.place({ ...of.members[name].participant, id, name: title }, role);
    return new Member(participant, of.members[name].signers, sampleIds.manager, manager.url, clock);
  };
  const bank = member(network, 'provider', sampleIds.provider, 'The bank');
  const lender = member(network, 'user', sampleIds.user, 'The lender');
  const hospital = member(second, 'provider', hospitalId, 'The hospital');
  const shop = member(second, 'user', shopId, 'The shop');
  registry.participants = [bank, lender, hospital, shop].map(({ participant }) => participant);
  await registry.enrol(manager.url);
  // Meeting someone unknown makes the role fetch the list.
  await eventually(() => manager.app.get(TrustListCache, { strict: false }).findParticipant(shopId));
  return {
    ...{
      manager,
      url: manager.url,
      app: manager.app,
      databaseUrl: place.url,
      registry,
      settings,
      clock,
      counterparts,
      context,
    },
    ...{ bank, lender, hospital, shop, outbox },
    /** A service of the role, to call a timer by hand. */
    part: <T>(token: abstract new (...args: never[]) => T): T => manager.app.get(token, { strict: false }),
    async stop() {
      await manager.stop();
      await counterparts.stop();
      await registry.stop();
      await place.drop();
      await folder.remove();
    },
  };
}

export type ManagerUnderTest = Awaited<ReturnType<typeof startManager>>;
