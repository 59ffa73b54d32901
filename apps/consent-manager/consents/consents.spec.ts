import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { addSeconds } from '#domain';
import { eventually } from '#testing';
import {
  askConsent,
  type GivenConsent,
  giveConsent,
  givenConsent,
  wholeAsk,
} from '../spec-support/consent-under-test.ts';
import { type ManagerUnderTest, startManager } from '../spec-support/manager-under-test.ts';
import { Person } from '../spec-support/person-under-test.ts';
import { ConsentStore } from './consent-store.ts';
import { ConsentTimers } from './consent-timers.ts';

let world: ManagerUnderTest;
let asha: Person;
let ravi: Person;

beforeAll(async () => {
  world = await startManager();
  world.counterparts.accounts.set(world.bank.id, [
    { linkId: uuidv7(), label: 'Savings', dataTypes: ['bank.transaction'] },
  ]);
  asha = await Person.signIn(world, 'asha');
  ravi = await Person.signIn(world, 'ravi');
  await asha.link(world.bank.id);
});

afterAll(() => world.stop());

const act = (consent: GivenConsent, name: string, body: object = {}) =>
  asha.post(`/me/consents/${consent.id}/${name}`, body);

/** Versions and states that a counterpart heard of its artefact, in order of version. */
async function heard(consent: GivenConsent, participant: string, count: number) {
  const own = () =>
    world.counterparts.events.filter(
      ({ to, state }) => to === participant && state['artefactId'] === consent.artefacts[participant],
    );
  await eventually(() => (own().length >= count ? true : undefined));
  return own()
    .map(({ state }) => [state['version'], state['state']])
    .sort();
}

/** Of the data user and of the provider: whether it has acknowledged how its artefact stands. */
async function told(consent: GivenConsent): Promise<boolean[]> {
  const { counterparts } = (await asha.get(`/me/consents/${consent.id}`)).json as { counterparts: { told: boolean }[] };
  return counterparts.map((one) => one.told);
}

async function rows(statement: string, values: unknown[]): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: world.databaseUrl });
  await client.connect();
  try {
    await client.query('SET search_path TO consent_manager');
    return (await client.query(statement, values)).rows;
  } finally {
    await client.end();
  }
}

describe('a consent', () => {
  it('is paused, resumed and revoked, and every counterpart hears of each', async () => {
    const consent = await giveConsent(world, asha);
    expect((await act(consent, 'pause')).json).toMatchObject({ state: 'PAUSED', version: 2, resumeAt: null });
    expect((await act(consent, 'resume')).json).toMatchObject({ state: 'ACTIVE', version: 3 });
    expect((await act(consent, 'revoke')).json).toMatchObject({ state: 'REVOKED', version: 4 });
    const all = [
      [1, 'ACTIVE'],
      [2, 'PAUSED'],
      [3, 'ACTIVE'],
      [4, 'REVOKED'],
    ];
    expect(await heard(consent, world.bank.id, 4)).toEqual(all);
    expect(await heard(consent, world.lender.id, 4)).toEqual(all);
  });

  it('is answered as it is read afterwards: as given, and after each act, with what was fetched under it', async () => {
    // Who has acknowledged it is the one thing that changes by itself.
    world.counterparts.down = true;
    onTestFinished(() => {
      world.counterparts.down = false;
    });
    // Which rule decided, and what stands before and after it, comes with reading alone.
    const read = async (id: string) => {
      const { decidedBy, renews, renewedBy, ...consent } = (await asha.get(`/me/consents/${id}`)).json;
      expect([decidedBy, renews, renewedBy]).not.toContain(undefined);
      return consent;
    };
    const handle = await askConsent(world, asha.principal);
    const given = (await asha.post(`/me/consent-requests/${handle}/approve`, {})).json;
    expect(given).toEqual(await read(given.id));
    expect((await asha.post(`/me/consent-requests/${handle}/approve`, {})).json).toEqual(given);

    const consent = givenConsent(given);
    const { json } = await world.lender.askForData(wholeAsk(consent, world.lender));
    const { sessionId } = json.sessions[0];
    const receivedAt = world.clock.now();
    const told = { sessionId, manifestDigest: 'A'.repeat(43), records: 12, receivedAt };
    await world.lender.tell('data-session.received', { ...told, eraseBy: addSeconds(receivedAt, 86_400) });
    for (const name of ['pause', 'resume', 'revoke']) {
      const answer = (await act(consent, name)).json;
      expect(answer.fetches, name).toHaveLength(1);
      expect(answer, name).toEqual(await read(consent.id));
    }
    const { fetches, uses } = await read(consent.id);
    const [fetch] = fetches;
    expect(fetch).toMatchObject({ sessionId, recordsReceived: 12, erasedAt: null, isReturned: false });
    expect([given.uses, uses]).toEqual([
      { left: 1, of: 1, renewsAt: null },
      { left: 0, of: 1, renewsAt: null },
    ]);
    expect(fetch.eraseBy < addSeconds(receivedAt, 3700), 'an hour after the revocation').toBe(true);
  });

  it('stays as it is where an act is done twice', async () => {
    const consent = await giveConsent(world, asha);
    expect((await act(consent, 'resume')).json.version).toBe(1);
    for (const name of ['pause', 'pause']) expect((await act(consent, name)).json.version).toBe(2);
    const answers = await Promise.all(['revoke', 'revoke', 'revoke'].map((name) => act(consent, name)));
    expect(answers.map(({ status, json }) => [status, json.state, json.version])).toEqual(
      Array(3).fill([200, 'REVOKED', 3]),
    );
    expect((await act(consent, 'pause')).json.code).toBe('consent-state-terminal');
    expect((await act(consent, 'resume')).json.code).toBe('consent-state-terminal');
  });

  it('that moved while an act was under way is acted on as it stands by then', async () => {
    const consent = await giveConsent(world, asha);
    const store = world.part(ConsentStore);
    const find = store.find.bind(store);
    store.find = async (...args) => {
      const read = await find(...args);
      store.find = find;
      await act(consent, 'pause');
      return read;
    };
    expect((await act(consent, 'revoke')).json).toMatchObject({ state: 'REVOKED', version: 3 });
    expect(await heard(consent, world.bank.id, 3)).toEqual([
      [1, 'ACTIVE'],
      [2, 'PAUSED'],
      [3, 'REVOKED'],
    ]);
  });

  it('that is paused until a date is active from then on, and is told so', async () => {
    const consent = await giveConsent(world, asha);
    const until = addSeconds(world.clock.now(), 3600);
    expect((await act(consent, 'pause', { until })).json).toMatchObject({ state: 'PAUSED', resumeAt: until });
    expect((await act(consent, 'pause', { until: addSeconds(until, -7200) })).json.code).toBe('terms-contradictory');
    world.clock.advance(3601);
    await world.part(ConsentTimers).sweep();
    expect((await asha.get(`/me/consents/${consent.id}`)).json).toMatchObject({ state: 'ACTIVE', version: 3 });
    expect((await heard(consent, world.bank.id, 3)).at(-1)).toEqual([3, 'ACTIVE']);
  });

  it('keeps the events of a revocation in the transaction of the revocation', async () => {
    const consent = await giveConsent(world, asha);
    world.counterparts.down = true;
    try {
      await act(consent, 'revoke');
      const [standing] = await rows('SELECT state, version FROM consents WHERE id = $1', [consent.id]);
      const waiting = await rows(
        "SELECT id FROM outbox_events WHERE subject = ANY($1) AND type = 'consent-artefact.revoked'",
        [Object.values(consent.artefacts)],
      );
      expect(standing).toMatchObject({ state: 'REVOKED', version: 2 });
      expect(waiting).toHaveLength(2);
      expect(await told(consent)).toEqual([false, false]);
    } finally {
      world.counterparts.down = false;
    }
    expect((await heard(consent, world.lender.id, 2)).at(-1)).toEqual([2, 'REVOKED']);
    await eventually(async () => (await told(consent)).every(Boolean) || undefined);
  });

  it('is not revoked where its events cannot be written', async () => {
    const consent = await giveConsent(world, asha);
    await rows('ALTER TABLE outbox_events RENAME TO out_of_reach', []);
    const failed = await act(consent, 'revoke').finally(() =>
      rows('ALTER TABLE out_of_reach RENAME TO outbox_events', []),
    );
    expect(failed.status).toBe(500);
    const { json } = await asha.get(`/me/consents/${consent.id}`);
    expect(json).toMatchObject({ state: 'ACTIVE', version: 1 });
    expect((await act(consent, 'revoke')).json).toMatchObject({ state: 'REVOKED', version: 2 });
  });

  it('of another person is unknown, like one that is not there', async () => {
    const consent = await giveConsent(world, asha);
    for (const id of [consent.id, uuidv7()]) {
      const answers = [
        await ravi.get(`/me/consents/${id}`),
        ...(await Promise.all(
          ['pause', 'resume', 'revoke'].map((name) => ravi.post(`/me/consents/${id}/${name}`, {})),
        )),
      ];
      expect(answers.map(({ status, json }) => [status, json.code])).toEqual(Array(4).fill([404, 'consent-unknown']));
    }
  });

  it('ends at its expiry, and everyone is told', async () => {
    const expiry = addSeconds(world.clock.now(), 7200);
    const consent = await giveConsent(world, asha, {
      consentPeriod: { start: addSeconds(expiry, -86_400), expiry },
    });
    world.clock.advance(7201);
    expect((await asha.get(`/me/consents/${consent.id}`)).json.state).toBe('EXPIRED');
    expect((await act(consent, 'revoke')).json.code).toBe('consent-state-terminal');
    await world.part(ConsentTimers).sweep();
    expect((await heard(consent, world.bank.id, 2)).at(-1)).toEqual([2, 'EXPIRED']);
  });
});

describe('the timeline', () => {
  it('is read page by page, newest first', async () => {
    const all = (await asha.get('/me/timeline?limit=200')).json.entries;
    const pages: string[] = [];
    for (let before: string | null | undefined; before !== null; ) {
      const { json } = await asha.get(`/me/timeline?limit=3${before === undefined ? '' : `&before=${before}`}`);
      pages.push(...json.entries.map(({ id }: { id: string }) => id));
      before = json.next;
    }
    expect(pages).toEqual(all.map(({ id }: { id: string }) => id));
    expect(all[0]).toMatchObject({ text: expect.stringContaining('The lender'), facts: expect.any(Object) });
  });
});
