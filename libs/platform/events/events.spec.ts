import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addSeconds, toInstant } from '#domain';
import { createEvent } from '#protocol';
import { startRunningNetwork } from '#testing';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { sql } from '../database/statement.ts';
import { KeyRing } from '../keys/key-ring.ts';
import { GreetingsController, greeterRole, Heard } from '../network/role-under-test.ts';
import { PeerClient } from '../peer/peer-client.ts';
import { JobQueues } from '../queue/job-queues.ts';
import type { RunningRole } from '../role/role.ts';
import { EventDelivery } from './event-delivery.ts';

const unacknowledged = sql(
  'test-unacknowledged',
  'SELECT subject, attempts, last_error FROM outbox_events WHERE acknowledged_at IS NULL',
);
const takenBy = sql(
  'test-taken-by',
  `UPDATE outbox_events SET taken_by = $2, next_attempt_at = now() + interval '30 seconds' WHERE subject = $1`,
);
const leftBehind = sql('test-left-behind', 'INSERT INTO replicas (id, joined_at) VALUES ($1, now())');
const hearer = 'https://manager.example';

describe('events', () => {
  let network: Awaited<ReturnType<typeof startRunningNetwork>>;
  let teller: RunningRole;
  let heard: Heard;
  const end = (linkId: string, to = hearer) => teller.app.get(GreetingsController).end(to, linkId);
  const waiting = () => teller.app.get(Database).read<{ subject: string; attempts: number }>(unacknowledged);

  beforeAll(async () => {
    network = await startRunningNetwork(greeterRole);
    teller = network.provider;
    heard = network.manager.app.get(Heard);
  });
  afterAll(() => network.stop());

  const token = (change: Partial<Parameters<typeof createEvent>[0]> = {}) =>
    createEvent({
      signer: teller.app.get(KeyRing).signer('statement'),
      issuer: 'https://provider.example',
      audience: hearer,
      type: 'account-link.ended',
      state: { linkId: '0198c5a0-0000-7000-8000-000000000009' },
      subject: 'by hand',
      now: new Date().toISOString(),
      ...change,
    });
  const push = async (body: string) =>
    fetch(`${network.manager.url}/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/secevent+jwt', accept: 'application/json' },
      body,
    });

  test('reach their receiver soon after what caused them is saved', async () => {
    const id = uuidv7();
    await end(id);
    await vi.waitFor(() => expect(heard.events).toContain(id), 5000);
    await vi.waitFor(async () => expect(await waiting()).toEqual([]), 3000);
  });

  test('are not told when what caused them was undone', async () => {
    const id = uuidv7();
    const database = teller.app.get(Database);
    const outbox = teller.app.get(GreetingsController)['outbox'];
    const undone = database.transaction(async (tx) => {
      const state = { linkId: id };
      await outbox.write(tx, { to: hearer, type: 'account-link.ended', subject: id, version: 1, state });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await waiting()).toEqual([]);
  });

  test('told twice are applied once, and acknowledged both times', async () => {
    const twice = await token({ subject: 'twice' });
    expect([(await push(twice)).status, (await push(twice)).status]).toEqual([202, 202]);
    expect(heard.events.filter((subject) => subject === 'twice')).toHaveLength(1);
  });

  test('told five times at once are applied once', async () => {
    const many = await token({ subject: 'many' });
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => push(many)));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202, 202]);
    expect(heard.events.filter((subject) => subject === 'many')).toHaveLength(1);
  });

  test('whose handler fails are not recorded, and applied when they come again', async () => {
    const again = await token({ subject: 'again' });
    heard.before = async () => {
      throw new Error('the disk is full');
    };
    expect((await push(again)).status).toBe(500);
    heard.before = async () => undefined;
    expect((await push(again)).status).toBe(202);
    expect(heard.events).toContain('again');
  });

  test.each([
    ['addressed to another', { audience: 'https://other.example' }, 'invalid_audience'],
    ['of someone not listed', { issuer: 'https://nobody.example' }, 'invalid_issuer'],
    ['that this sender may not state', { type: 'consent-artefact.revoked' }, 'access_denied'],
    ['of an unknown type', { type: 'moon.landed' }, 'invalid_request'],
    ['whose state has another form', { state: { linkId: 'x', more: 1 } }, 'invalid_request'],
  ])('%s are refused as RFC 8935 says', async (_, change, err) => {
    const answer = await push(await token(change));
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toMatch('application/json');
    expect(await answer.json()).toEqual({ err, description: expect.any(String) });
  });

  test('signed with another key than the one for statements are refused', async () => {
    const answer = await push(await token({ signer: teller.app.get(KeyRing).signer('message') }));
    expect(await answer.json()).toMatchObject({ err: 'invalid_key' });
  });

  test('whose wake was lost are found by the sweep', async () => {
    const queues = teller.app.get(JobQueues);
    const add = vi.spyOn(queues, 'add').mockImplementationOnce(async () => undefined);
    const id = uuidv7();
    await end(id);
    await vi.waitFor(() => expect(heard.events).toContain(id), 8000);
    add.mockRestore();
  });

  test('that a process was delivering when it was killed are delivered by another, without waiting for them', async () => {
    const queues = teller.app.get(JobQueues);
    const add = vi.spyOn(queues, 'add').mockImplementationOnce(async () => undefined);
    const [id, killed] = [uuidv7(), uuidv7()];
    await end(id);
    // What it leaves behind: events that are its own for half a minute, and a name whose lock nobody holds.
    const database = teller.app.get(Database);
    await database.read(takenBy, [id, killed]);
    const begun = performance.now();
    await database.read(leftBehind, [killed]);
    await vi.waitFor(() => expect(heard.events).toContain(id), { timeout: 15_000, interval: 10 });
    expect(performance.now() - begun).toBeLessThan(15_000);
    expect(heard.events.filter((one) => one === id)).toHaveLength(1);
    add.mockRestore();
  });

  test('made while the clock was an hour fast are believed once it is right again', async () => {
    const fast = vi.spyOn(teller.app.get(Clock), 'now');
    fast.mockImplementation(() => addSeconds(toInstant(Date.now()), 3600));
    const id = uuidv7();
    await end(id);
    const refused = { subject: id, last_error: expect.stringContaining('message-not-yet-valid') };
    await vi.waitFor(async () => expect(await waiting()).toEqual([expect.objectContaining(refused)]), 5000);
    fast.mockRestore();
    await vi.waitFor(() => expect(heard.events).toContain(id), 15_000);
    await vi.waitFor(async () => expect(await waiting()).toEqual([]), 5000);
  }, 30_000);

  test('to one that is away wait for it, and do not hold up others', async () => {
    const other = await network.start('other', 'consent-manager');
    await network.registry.enrol(other.url);
    await other.stop();
    const lost = Array.from({ length: 30 }, () => uuidv7());
    for (const id of lost) await end(id, 'https://other.example');
    const id = uuidv7();
    await end(id);
    await vi.waitFor(() => expect(heard.events).toContain(id), 10_000);
    await vi.waitFor(async () => expect(await waiting()).toHaveLength(30), 10_000);
    const port = new URL(other.url).port;
    const back = await network.start('other', 'consent-manager', { PORT: port });
    await vi.waitFor(() => expect(back.app.get(Heard).events.toSorted()).toEqual(lost.toSorted()), 15_000);
    await vi.waitFor(async () => expect(await waiting()).toEqual([]), 5000);
    await back.stop();
  }, 40_000);

  test('can be polled by their receiver alone, and acknowledged', async () => {
    const absent = await network.start('absent', 'consent-manager');
    await network.registry.enrol(absent.url);
    const id = uuidv7();
    // Listed, but its door for events is shut.
    const listed = network.registry.participants.find((each) => each.id === 'https://absent.example');
    Object.assign(listed?.endpoints ?? {}, { 'consent-manager': 'http://127.0.0.1:9' });
    await network.registry.publish();
    await end(id, 'https://absent.example');
    const poll = (by: RunningRole, body: object) =>
      by.app
        .get(PeerClient)
        .call<{ sets: Record<string, string> }>('https://provider.example', 'data-provider', 'POST', '/events/poll', {
          body: JSON.stringify({ returnImmediately: true, ...body }),
        });
    expect((await poll(network.manager, {})).sets).toEqual({});
    const [jti] = Object.keys((await poll(absent, { maxEvents: 5 })).sets);
    expect(jti).toBeDefined();
    expect((await poll(network.manager, { ack: [jti] })).sets).toEqual({});
    const unreadable = { setErrs: { [jti ?? '']: { err: 'invalid_key', description: '\u0000' } } };
    await expect(poll(absent, unreadable)).rejects.toMatchObject({ status: 400, code: 'schema-mismatch' });
    expect((await poll(absent, { ack: [jti] })).sets).toEqual({});
    await absent.stop();
  });

  test('are told as they are saved, not when the sweep comes by', async () => {
    const sweep = vi.spyOn(teller.app.get(EventDelivery), 'takeDue').mockImplementation(async () => undefined);
    const ids = Array.from({ length: 60 }, () => uuidv7());
    for (const id of ids) {
      await end(id);
      await vi.waitFor(() => expect(heard.events).toContain(id), { timeout: 10_000, interval: 1 });
    }
    await vi.waitFor(async () => expect(await waiting()).toEqual([]), 10_000);
    sweep.mockRestore();
  }, 60_000);
});
