import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccountOutcome, addSeconds, type ConsentTerms, type NumberedTrailEntry } from '#domain';
import { Database, sql } from '#platform';
import { verifyAccessToken } from '#protocol';
import { type GivenConsent, giveConsent, periodic, wholeAsk } from '../spec-support/consent-under-test.ts';
import { type ManagerUnderTest, startManager } from '../spec-support/manager-under-test.ts';
import { type Answer, Person } from '../spec-support/person-under-test.ts';

let world: ManagerUnderTest;
let asha: Person;
const manifestDigest = 'A'.repeat(43);
const everyEntry = sql(
  'test-every-trail-entry',
  'SELECT entry FROM trail_pending UNION ALL SELECT entry FROM trail_entries',
);

beforeAll(async () => {
  world = await startManager({ SIGN_IN_LIFE_SECONDS: '864000' });
  const accounts = [{ linkId: uuidv7(), label: 'Savings', dataTypes: ['bank.transaction'] }];
  world.counterparts.accounts.set(world.bank.id, accounts);
  asha = await Person.signIn(world, 'asha');
  await asha.link(world.bank.id);
});

afterAll(() => world.stop());

const fetchAll = (consent: GivenConsent): Promise<Answer> => world.lender.askForData(wholeAsk(consent, world.lender));
const retry = (sessionId: string): Promise<Answer> => world.lender.call('POST', `/data-sessions/${sessionId}/retry`);
const codeOf = async (sessionId: string) => (await retry(sessionId)).json.code;

async function ended(outcomes: Partial<Record<AccountOutcome, number>>, more: Partial<ConsentTerms> = {}) {
  const consent = await giveConsent(world, asha, { ...periodic, ...more });
  const { json } = await fetchAll(consent);
  const { sessionId } = json.sessions[0];
  const served = outcomes.DELIVERED === undefined ? 0 : 3;
  await world.bank.tell('data-session.sent', { sessionId, manifestDigest, served, outcomes });
  return { consent, sessionId: sessionId as string, dataRequestId: json.dataRequestId as string };
}

async function receive(sessionId: string): Promise<void> {
  const receivedAt = world.clock.now();
  const state = { sessionId, manifestDigest, records: 3, receivedAt, eraseBy: addSeconds(receivedAt, 3600) };
  await world.lender.tell('data-session.received', state);
}

describe('what failed of a session', () => {
  it('is asked for once more under the same use: one further session, however often it is asked for', async () => {
    const { consent, sessionId, dataRequestId } = await ended({ DELIVERED: 1, TIMEOUT: 1 });
    await receive(sessionId);
    const [one, two] = await Promise.all([retry(sessionId), retry(sessionId)]);
    expect(one.status, one.text).toBe(201);
    expect(one.json).toMatchObject({ dataProvider: world.bank.id, accessToken: expect.any(String) });
    expect(two.json.sessionId).toBe(one.json.sessionId);
    expect(one.json.sessionId).not.toBe(sessionId);
    const context = { ...world.context(), audience: world.bank.id };
    expect(await verifyAccessToken(one.json.accessToken, context)).toMatchObject({
      authorization: { sessionId: one.json.sessionId, dataRequestId, retryOf: sessionId },
    });
    // Of two uses a day one is left, and no more.
    expect((await fetchAll(consent)).status).toBe(201);
    expect((await fetchAll(consent)).json.code).toBe('frequency-exceeded');
  });

  it('stands in her story: who asked once more, and what had failed', async () => {
    const { sessionId, consent } = await ended({ DELIVERED: 1, TIMEOUT: 1 });
    await receive(sessionId);
    const later = (await retry(sessionId)).json.sessionId;
    const { steps } = (await asha.get(`/me/data-sessions/${sessionId}/story`)).json;
    const told = steps.map(({ who, step }: { who: string; step: string }) => `${who}: ${step}`);
    expect(told).toEqual([
      'The lender: data-asked',
      'the consent manager: data-authorised',
      'The bank: session-sent',
      'The lender: session-received',
    ]);
    expect(steps[2]).toMatchObject({
      what: 'handed over 3 records (1 account delivered, 1 account without an answer in time)',
      failure: { code: 'TIMEOUT', retry: 'later', next: expect.stringMatching(/no further use/) },
    });
    const whole = (await asha.get(`/me/consents/${consent.id}/story`)).json.steps;
    expect(whole[0]).toMatchObject({ who: 'you', step: 'consent-given' });
    expect(whole).toContainEqual(expect.objectContaining({ step: 'session-retried', sessionId: later }));
    const other = await Person.signIn(world, 'bela');
    expect((await other.get(`/me/consents/${consent.id}/story`)).json.code).toBe('consent-unknown');
    expect((await other.get(`/me/data-sessions/${sessionId}/story`)).json.code).toBe('session-unknown');
  });

  it('is not asked for where nothing failed, or where nothing was spent', async () => {
    const whole = await ended({ DELIVERED: 1 });
    await receive(whole.sessionId);
    expect(await codeOf(whole.sessionId)).toBe('nothing-to-retry');
    expect(await codeOf((await ended({ TIMEOUT: 1 })).sessionId)).toBe('use-returned');
  });

  it('is asked for where the provider sent all, and the data user has not got it', async () => {
    expect((await retry((await ended({ DELIVERED: 1 })).sessionId)).status).toBe(201);
  });

  it('leaves its entries in the audit trail: the retry, each further token, and once for each reason a refusal', async () => {
    const { consent, sessionId } = await ended({ DELIVERED: 1, DENIED: 1 });
    const later = (await retry(sessionId)).json.sessionId;
    await retry(sessionId);
    await world.lender.call('POST', `/data-sessions/${later}/token`);
    await asha.post(`/me/consents/${consent.id}/pause`, {});
    for (let n = 0; n < 3; n += 1) {
      expect(await codeOf(sessionId)).toBe('consent-paused');
      expect((await world.lender.call('POST', `/data-sessions/${later}/token`)).json.code).toBe('consent-paused');
    }
    const rows = await world.part(Database).read<{ entry: string }>(everyEntry);
    const noted = rows
      .map(({ entry }) => JSON.parse(entry) as NumberedTrailEntry)
      .filter(({ session, act }) => [sessionId, later].includes(session ?? '') && /retr|token/.test(act))
      .map(({ act, outcome, session }) => `${act} ${outcome} ${session === later ? 'later' : 'first'}`);
    expect(noted.sort()).toEqual([
      'access-token.refused consent-paused later',
      'access-token.renewed done later',
      'access-token.renewed done later',
      'data-session.retried done later',
      'data-session.retry-refused consent-paused first',
    ]);
  });

  it('is checked afresh: paused, revoked, another’s and after 24 hours it is refused', async () => {
    const { consent, sessionId } = await ended({ DELIVERED: 1, DENIED: 1 });
    expect((await world.shop.call('POST', `/data-sessions/${sessionId}/retry`)).json.code).toBe('session-unknown');
    await asha.post(`/me/consents/${consent.id}/pause`, {});
    expect(await codeOf(sessionId)).toBe('consent-paused');
    await asha.post(`/me/consents/${consent.id}/resume`);
    await asha.post(`/me/consents/${consent.id}/revoke`, {});
    expect(await codeOf(sessionId)).toBe('consent-revoked');
    const late = await ended({ DELIVERED: 1, DENIED: 1 });
    world.clock.advance(24 * 3600);
    await world.registry.publish({ now: world.clock.now() });
    expect((await retry(late.sessionId)).json).toMatchObject({ code: 'use-lapsed', next: 'Make a new data request.' });
  });
});
