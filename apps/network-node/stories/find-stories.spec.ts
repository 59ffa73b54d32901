import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tellStory } from '#domain';
import { Database, sql } from '#platform';
import { HandSetClock } from '#testing';
import { ErasureSweep } from '../../data-user-gateway/data-erasure/erasure-sweep.ts';
import { transactions } from '../../data-user-gateway/spec-support/gateway-under-test.ts';
import { type NetworkUnderTest, startNetwork } from '../../data-user-gateway/spec-support/network-under-test.ts';
import { checkErasures } from '../doctor/erasure-check.ts';
import { getRole } from '../node/known-roles.ts';
import { findStories } from './find-stories.ts';
import { storyPlaces } from './story-places.ts';

describe('what a role has on record, as its operator reads it beside the running role', () => {
  let network: NetworkUnderTest;
  let environment: Record<string, string>;
  const clock = new HandSetClock(new Date().toISOString());

  beforeAll(async () => {
    network = await startNetwork(clock, { ERASURE_SWEEP_SECONDS: '3600' });
    environment = { ROLES: 'data-user-gateway', DATABASE_URL: network.gateway.around.databaseUrl };
  });
  afterAll(() => network.stop());

  async function fetched() {
    const { gateway } = network;
    gateway.provider.parts = [transactions('0198c5a0-1111-7000-8000-000000000001', 2)];
    const consentId = await gateway.consented({ dataLife: 'PT1H' });
    const { body } = await gateway.api.post('/data-requests', { consentId });
    const done = (await gateway.api.get(`/data-requests/${body.id}?waitSeconds=15`)).body;
    return { consentId, sessionId: done.sessions[0]?.sessionId ?? '' };
  }

  test('is the story of a session or a consent, by its settings and database alone', async () => {
    const { consentId, sessionId } = await fetched();
    const { places } = storyPlaces(environment);
    const [story] = await findStories(places, sessionId);
    const steps = tellStory(story?.facts ?? [], { as: 'data-user', nameOf: (id) => id });
    expect(story).toMatchObject({ name: 'data-user-gateway', role: 'data-user-gateway' });
    expect(steps.map(({ who, step }) => `${who} ${step}`)).toEqual([
      'you data-asked',
      `${network.gateway.manager.self.id} data-authorised`,
      'you session-received',
    ]);
    const [whole] = await findStories(places, consentId);
    expect(whole?.facts[0]).toMatchObject({ kind: 'consent-held' });
    expect(await findStories(places, '0198c5a0-0000-7000-8000-00000000000f')).toEqual([]);
    // Roles that were never started on this database have nothing to tell.
    const { ROLES: _, ...all } = environment;
    expect((await findStories(storyPlaces(all).places, sessionId)).map(({ role }) => role)).toEqual([
      'data-user-gateway',
    ]);
  });

  test('shows the doctor what should be gone and is not', async () => {
    await fetched();
    const patient = () => ({
      ...{ name: 'lender', role: getRole('data-user-gateway'), environment, clocks: [], now: () => clock.now() },
      settings: { DATABASE_URL: environment['DATABASE_URL'] ?? '' },
    });
    expect(await checkErasures(patient())).toMatchObject([{ level: 'good', code: 'erasures' }]);
    clock.advance(4000);
    expect(await checkErasures(patient())).toMatchObject([{ level: 'problem', code: 'erasures-overdue' }]);
    await network.gateway.app.get(ErasureSweep).sweep();
    expect(await checkErasures(patient())).toMatchObject([{ level: 'good', code: 'erasures' }]);
    const left = `INSERT INTO hand_overs (id, session_id, consent_id, kind, target, state, begun, files_deleted, tries,
        trying_since, next_try_at, created_at)
      SELECT gen_random_uuid(), id, consent_id, 'file', '/left', 'UNREACHABLE', true, 0, 9, $1, $1, $1
      FROM data_sessions LIMIT 1`;
    await network.gateway.app.get(Database).read(sql('spec-left-files', left), [clock.now()]);
    expect(await checkErasures(patient())).toMatchObject([{ level: 'problem', code: 'erasures-overdue' }]);
  });
});
