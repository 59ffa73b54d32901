import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConsentTerms } from '#domain';
import { verifyAccessToken } from '#protocol';
import { type GivenConsent, giveConsent, periodic, wholeAsk } from '../spec-support/consent-under-test.ts';
import { type ManagerUnderTest, startManager } from '../spec-support/manager-under-test.ts';
import { jktOf } from '../spec-support/member-under-test.ts';
import { type Answer, Person } from '../spec-support/person-under-test.ts';

let world: ManagerUnderTest;
let asha: Person;

const give = (changed: Partial<ConsentTerms> = {}) => giveConsent(world, asha, changed);
const fetchAll = (consent: GivenConsent, requestId?: string): Promise<Answer> =>
  world.lender.askForData(wholeAsk(consent, world.lender), requestId === undefined ? {} : { requestId });
const nothingServed = (sessionId: string) =>
  ({ sessionId, manifestDigest: 'A'.repeat(43), served: 0, outcomes: { NO_DATA: 1 } }) as const;

beforeAll(async () => {
  world = await startManager();
  const { accounts } = world.counterparts;
  accounts.set(world.bank.id, [{ linkId: uuidv7(), label: 'Savings', dataTypes: ['bank.transaction'] }]);
  accounts.set(world.hospital.id, [{ linkId: uuidv7(), label: 'Ward', dataTypes: ['fhir-r4.immunization'] }]);
  asha = await Person.signIn(world, 'asha');
  await asha.link(world.bank.id);
  await asha.link(world.hospital.id);
});

afterAll(() => world.stop());

describe('a data request', () => {
  it('opens a session at each provider that holds something asked, each with a token for just that', async () => {
    const dataTypes = [{ type: 'bank.transaction' }, { type: 'fhir-r4.immunization' }];
    const consent = await give({ dataTypes });
    const { status, json, text } = await fetchAll(consent);
    expect(status, text).toBe(201);
    expect(json.sessions.map(({ dataProvider }: { dataProvider: string }) => dataProvider).sort()).toEqual(
      [world.bank.id, world.hospital.id].sort(),
    );
    for (const { dataProvider, accessToken, sessionId } of json.sessions) {
      const verified = await verifyAccessToken(accessToken, { ...world.context(), audience: dataProvider });
      const type = dataProvider === world.bank.id ? 'bank.transaction' : 'fhir-r4.immunization';
      expect(verified).toMatchObject({ issuer: 'https://consent.example', jkt: jktOf(world.lender) });
      expect('authorization' in verified && verified.authorization).toMatchObject({
        sessionId,
        artefactId: consent.artefacts[dataProvider],
        dataRequestId: json.dataRequestId,
        requestedAt: json.requestedAt,
        dataUser: world.lender.id,
        dataTypes: [{ type }],
        dataRange: consent.terms.dataRange,
      });
    }
  });

  it('is passed exactly once where two ask at once under a one-time consent', async () => {
    const consent = await give();
    const answers = await Promise.all(Array.from({ length: 8 }, () => fetchAll(consent)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(403)]);
    expect(answers.filter(({ json }) => json.code === 'one-time-used')).toHaveLength(7);
  });

  it('gets the recorded outcome when it is tried again, and spends one use', async () => {
    const consent = await give();
    const requestId = uuidv7();
    const [first, again] = [await fetchAll(consent, requestId), await fetchAll(consent, requestId)];
    expect(first.status).toBe(201);
    expect(again.json).toEqual(first.json);
    const other = { ...wholeAsk(consent, world.lender), jkt: jktOf(world.shop) };
    expect((await world.lender.askForData(other, { requestId })).json.code).toBe('request-id-reused');
    expect((await fetchAll(consent)).json.code).toBe('one-time-used');
  });

  it('is not accepted twice as one message', async () => {
    const consent = await give(periodic);
    const ask = wholeAsk(consent, world.lender);
    const jti = uuidv7();
    expect((await world.lender.askForData(ask, { jti })).status).toBe(201);
    expect((await world.lender.askForData(ask, { jti })).json.code).toBe('message-replayed');
  });

  it('is answered alike where the consent is not known and where it is another one’s', async () => {
    const consent = await give();
    const ask = wholeAsk(consent, world.lender);
    const others = await world.shop.askForData(ask);
    const unknown = await world.shop.askForData({ ...ask, consentId: uuidv7() });
    expect(others.json).toEqual({ ...unknown.json, detail: ask.consentId });
    expect(others.json.code).toBe('consent-unknown');
    // A provider's artefact is not what a data user asks with.
    const wrong = { ...ask, consentId: consent.artefacts[world.bank.id] ?? '' };
    expect((await world.lender.askForData(wrong)).json.code).toBe('consent-unknown');
  });

  it('counts in windows, and a use comes back when every provider signed that nothing was served', async () => {
    const consent = await give({
      ...periodic,
      dataTypes: [{ type: 'bank.transaction' }, { type: 'fhir-r4.immunization' }],
    });
    const first = await fetchAll(consent);
    await fetchAll(consent);
    expect((await fetchAll(consent)).json.code).toBe('frequency-exceeded');
    const sessionAt = (id: string) =>
      first.json.sessions.find(({ dataProvider }: { dataProvider: string }) => dataProvider === id).sessionId;
    expect((await world.bank.tell('data-session.sent', nothingServed(sessionAt(world.bank.id)))).status).toBe(202);
    expect((await fetchAll(consent)).json.code).toBe('frequency-exceeded');
    await world.hospital.tell('data-session.sent', nothingServed(sessionAt(world.hospital.id)));
    expect((await fetchAll(consent)).status).toBe(201);
    expect((await fetchAll(consent)).json.code).toBe('frequency-exceeded');
    const renewed = await world.lender.call('POST', `/data-sessions/${sessionAt(world.bank.id)}/token`);
    expect(renewed.json.code).toBe('session-ended');
  });

  it('that is refused stands on her timeline: who asked and why she said no to it, ten times in two lines', async () => {
    const consent = await give();
    const refusals = async () => {
      const { json } = await asha.get('/me/timeline?limit=200');
      const own = json.entries.filter(
        ({ kind, facts }: { kind: string; facts: { consentId: string } }) =>
          kind === 'data-request.refused' && facts.consentId === consent.id,
      );
      return own.map(({ text }: { text: string }) => text);
    };
    expect((await fetchAll(consent)).status).toBe(201);
    expect(await refusals()).toEqual([]);
    await Promise.all(Array.from({ length: 9 }, () => fetchAll(consent)));
    const once = 'The lender asked for your data and got none: you allowed it once, and that was used.';
    expect(await refusals()).toEqual([once]);
    for (let n = 0; n < 3; n += 1) await fetchAll(consent);
    const tenTimes = once.replace('your data', 'your data 10 times today');
    expect(await refusals()).toEqual([tenTimes, once]);
    await asha.post(`/me/consents/${consent.id}/revoke`, {});
    await fetchAll(consent);
    const revoked = 'The lender asked for your data and got none: you have withdrawn this consent.';
    expect(await refusals()).toEqual([revoked, tenTimes, once]);
    await world.shop.askForData(wholeAsk(consent, world.lender));
    expect(await refusals()).toHaveLength(3);
  });

  it('is refused while she has paused the consent', async () => {
    const consent = await give(periodic);
    await asha.post(`/me/consents/${consent.id}/pause`, {});
    expect((await fetchAll(consent)).json.code).toBe('consent-paused');
    await asha.post(`/me/consents/${consent.id}/resume`);
    expect((await fetchAll(consent)).status).toBe(201);
  });
});

describe('another token for a session', () => {
  it('is given to its data user alone, and spends no use', async () => {
    const consent = await give();
    const { sessionId } = (await fetchAll(consent)).json.sessions[0];
    const path = `/data-sessions/${sessionId}/token`;
    const renewed = await world.lender.call('POST', path);
    expect(renewed.status, renewed.text).toBe(200);
    const context = { ...world.context(), audience: world.bank.id };
    expect(await verifyAccessToken(renewed.json.accessToken, context)).toMatchObject({
      authorization: { sessionId, artefactId: consent.artefacts[world.bank.id] },
    });
    const others = await world.shop.call('POST', path);
    const unknown = await world.shop.call('POST', `/data-sessions/${uuidv7()}/token`);
    expect([others.json.code, unknown.json.code]).toEqual(['session-unknown', 'session-unknown']);
    expect((await fetch(`${world.url}${path}`, { method: 'POST' })).status).toBe(401);
  });

  it('is refused when the use is older than it covers', async () => {
    const consent = await give();
    const { sessionId } = (await fetchAll(consent)).json.sessions[0];
    world.clock.advance(24 * 3600);
    await world.registry.publish({ now: world.clock.now() });
    expect((await world.lender.call('POST', `/data-sessions/${sessionId}/token`)).json.code).toBe('use-lapsed');
  });
});
