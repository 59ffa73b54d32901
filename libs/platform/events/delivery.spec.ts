import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addSeconds } from '#domain';
import { MovableClock, startRunningNetwork } from '#testing';
import { Database } from '../database/database.ts';
import { sql } from '../database/statement.ts';
import { GreetingsController, greeterRole, Heard } from '../network/role-under-test.ts';
import { PeerClient } from '../peer/peer-client.ts';
import type { RunningRole } from '../role/role.ts';
import { TrustListCache } from '../trust-list/trust-list-cache.ts';
import { EventDesk } from './event-desk.ts';
import { Outbox } from './outbox.ts';
import { OutboxSweep } from './outbox-sweep.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;
const nobody = 'http://127.0.0.1:9';
const hearer = 'https://manager.example';
const idOf = (name: string) => `https://${name}.example`;
const takeFor = sql(
  'test-take-for',
  'UPDATE outbox_events SET taken_by = $2, next_attempt_at = $3 WHERE subject = $1 RETURNING id',
);

describe('delivery', { timeout: 60_000 }, () => {
  const clock = new MovableClock();
  const standIns: Server[] = [];
  const others: RunningRole[] = [];
  let network: Awaited<ReturnType<typeof startRunningNetwork>>;
  let teller: RunningRole;
  let desk: EventDesk;

  beforeAll(async () => {
    network = await startRunningNetwork(greeterRole, { EVENT_RETRY_DAYS: '2' }, clock);
    teller = network.provider;
    desk = EventDesk.at({ url: network.databaseUrl, schema: 'provider' }, () => clock.now());
  });
  afterAll(async () => {
    for (const server of standIns) server.closeAllConnections();
    await desk.close();
    await network.stop(...others);
    for (const server of standIns) server.close();
  });

  const tell = async (to: string, count = 1): Promise<string[]> => {
    const ids = Array.from({ length: count }, () => uuidv7());
    for (const id of ids) await teller.app.get(GreetingsController).end(to, id);
    return ids;
  };
  const join = async (name: string) => {
    const role = await network.start(name, 'consent-manager');
    others.push(role);
    await network.registry.enrol(role.url);
    return role;
  };
  /** The list names another address for it from now on. */
  const listAt = async (name: string, url: string) => {
    const listed = network.registry.participants.find(({ id }) => id === idOf(name));
    Object.assign(listed?.endpoints ?? {}, { 'consent-manager': url });
    await network.registry.publish();
    await teller.app.get(TrustListCache).refresh();
  };
  const standIn = async (answer: RequestListener) => {
    const server = createServer(answer).listen(0, '127.0.0.1');
    standIns.push(server);
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  const heardBy = (role: RunningRole) => role.app.get(Heard).events;
  const hears = (role: RunningRole, ids: readonly string[]) =>
    vi.waitFor(() => expect(heardBy(role).toSorted()).toEqual(ids.toSorted()), { timeout: 45_000, interval: 50 });
  const logOf = (name: string) => desk.deliveries(idOf(name), 1000);
  const summaryOf = async (name: string) => (await desk.summarise(idOf(name)))[0];
  const waitingFor = (name: string) => desk.undelivered({ receiver: idOf(name) }, 100);
  const attempted = (name: string, since: string) =>
    vi.waitFor(async () => expect((await logOf(name)).some(({ at }) => at >= since)).toBe(true), 30_000);
  const poll = async (by: RunningRole, body: object = {}) => {
    const request = { body: JSON.stringify({ returnImmediately: true, ...body }) };
    const peers = by.app.get(PeerClient);
    const { sets } = await peers.call<{ sets: Record<string, string> }>(
      ...(['https://provider.example', 'data-provider', 'POST', '/events/poll'] as const),
      request,
    );
    return Object.keys(sets);
  };

  test('to a counterpart that is down for a day catches up by itself: nothing is lost or applied twice', async () => {
    const other = await join('other');
    await other.stop();
    const told: string[] = [];
    for (let eighth = 0; eighth < 3; eighth++) {
      const since = clock.now();
      told.push(...(await tell(idOf('other'), 15)));
      await attempted('other', since);
      clock.advance(8 * HOUR);
    }
    expect(await summaryOf('other')).toMatchObject({ waiting: 45, dead: 0, lastFailure: 'connection-refused' });
    const back = await network.start('other', 'consent-manager', { PORT: new URL(other.url).port });
    others.push(back);
    await hears(back, told);
    await vi.waitFor(async () => expect(await waitingFor('other')).toEqual([]), 5000);
    expect((await summaryOf('other'))?.lastSuccessAt).not.toBeNull();
  });

  test('to one that never answers holds up nobody else’s', async () => {
    await join('slow');
    let hanging = 0;
    let answers = false;
    await listAt('slow', await standIn((_, answer) => void (answers ? answer.writeHead(202).end() : hanging++)));
    const expected = [...heardBy(network.manager)];
    for (let n = 0; n < 40; n++) {
      await tell(idOf('slow'));
      expected.push(...(await tell(hearer)));
    }
    await hears(network.manager, expected);
    // None of these calls has come to an end.
    expect(hanging).toBeGreaterThan(0);
    expect(await logOf('slow')).toEqual([]);
    const waiting = await waitingFor('slow');
    expect(waiting).toHaveLength(40);
    expect(waiting.every(({ underWay, attempts }) => underWay && attempts === 0)).toBe(true);
    expect(await desk.replay(waiting.map(({ id }) => id))).toEqual([]);
    answers = true;
    standIns.at(-1)?.closeAllConnections();
    await vi.waitFor(async () => expect(await waitingFor('slow')).toEqual([]), 30_000);
  });

  test('is tried ever more rarely, an hour apart at most, and not to the second', async () => {
    await join('picky');
    await listAt('picky', await standIn((_, answer) => void answer.writeHead(400).end()));
    await tell(idOf('picky'));
    for (let attempts = 0; attempts < 15; ) {
      const event = await vi.waitFor(
        async () => {
          const [found] = await waitingFor('picky');
          expect(found?.attempts).toBeGreaterThan(attempts);
          return found;
        },
        { timeout: 20_000, interval: 50 },
      );
      attempts = event?.attempts ?? 0;
      clock.advance(Math.max(0, (Date.parse(event?.nextAttemptAt ?? '') - Date.parse(clock.now())) / 1000));
    }
    const times = (await logOf('picky')).map(({ at }) => Date.parse(at) / 1000).toReversed();
    const gaps = times.slice(1).map((at, n) => at - (times[n] ?? 0));
    const shares = gaps.map((gap, n) => gap / Math.min(2 ** n, HOUR));
    expect(Math.min(...shares)).toBeGreaterThan(0.74);
    // The sweep comes by every second.
    expect(Math.max(...shares.slice(6))).toBeLessThan(1.75);
    expect(Math.max(...gaps)).toBeLessThan(1.3 * HOUR);
    expect(new Set(shares.slice(8).map((share) => share.toFixed(3))).size).toBeGreaterThan(1);
  });

  test('that is refused says why in codes; a counterpart’s own words are not kept', async () => {
    await teller.app.get(Database).transaction((tx) =>
      teller.app.get(Outbox).write(tx, {
        ...{ to: hearer, type: 'consent-artefact.revoked', subject: 'not ours', version: 2 },
        state: { artefactId: uuidv7(), state: 'REVOKED', version: 2 },
      }),
    );
    await join('chatty');
    const words = JSON.stringify({ err: 'Asha', description: 'Asha Raman, asha@mail.example, is not here' });
    const answerWords: RequestListener = (_, answer) =>
      void answer.writeHead(400, { 'content-type': 'application/json' }).end(words);
    await listAt('chatty', await standIn(answerWords));
    await tell(idOf('chatty'));
    const reasons = async () => (await desk.undelivered({}, 100)).map(({ lastFailure }) => lastFailure);
    await vi.waitFor(
      async () =>
        expect(await reasons()).toEqual(
          expect.arrayContaining(['400 access_denied event-not-yours', '400 unknown-code']),
        ),
      15_000,
    );
    expect(await logOf('chatty')).toMatchObject([{ outcome: 'refused', reason: '400 unknown-code' }]);
    const [event] = await waitingFor('manager');
    expect(event).toMatchObject({ type: 'consent-artefact.revoked', subject: 'not ours', version: 2 });
    const [jti = ''] = (await waitingFor('chatty')).map(({ id }) => id);
    const chatty = others.at(-1) as RunningRole;
    await poll(chatty, { setErrs: { [jti]: { err: 'invalid_key', description: 'Asha Raman' } } });
    expect(await desk.undelivered({ dead: true }, 10)).toMatchObject([{ id: jti, lastFailure: 'invalid_key' }]);
    expect((await logOf('chatty'))[0]).toMatchObject({ outcome: 'rejected', reason: 'invalid_key' });
  });

  test('that was given up can be polled, is revived by an operator, and then applied', async () => {
    const absent = await join('absent');
    await listAt('absent', nobody);
    const since = clock.now();
    const [subject = ''] = await tell(idOf('absent'));
    await attempted('absent', since);
    clock.advance(2 * DAY + 1);
    const sweep = teller.app.get(OutboxSweep);
    await sweep.forget();
    const [event] = await desk.undelivered({ receiver: idOf('absent'), dead: true }, 10);
    expect(event).toMatchObject({ subject, lastFailure: 'connection-refused', deadAt: expect.any(String) });
    const id = event?.id ?? '';
    expect((await logOf('absent'))[0]).toMatchObject({ eventId: id, outcome: 'given-up', reason: 'too-old' });
    expect(await poll(absent)).toEqual([id]);

    expect(await desk.replayAll({ dead: true, receiver: idOf('absent') })).toBe(1);
    // Its age counts anew.
    await sweep.forget();
    expect(await summaryOf('absent')).toMatchObject({ waiting: 1, dead: 0 });
    await listAt('absent', absent.url);
    await hears(absent, [subject]);
    await vi.waitFor(async () => expect(await poll(absent)).toEqual([]), 5000);

    expect(await desk.replay([id])).toEqual([id]);
    await vi.waitFor(async () => expect((await desk.find(id))?.acknowledgedAt).not.toBeNull(), 10_000);
    expect(heardBy(absent)).toEqual([subject]);
    const { log = [], claims } = (await desk.find(id)) ?? {};
    expect(log.filter(({ outcome }) => outcome !== 'away').map(({ outcome }) => outcome)).toEqual([
      ...['given-up', 'replayed', 'replayed', 'delivered'],
    ]);
    expect(claims).toMatchObject({ jti: id, iss: 'https://provider.example', sub_id: { id: subject } });
  });

  test('by poll is of the same events; what is acknowledged there is pushed no more', async () => {
    const shy = await join('shy');
    await listAt('shy', nobody);
    const subjects = await tell(idOf('shy'), 3);
    const ids = (await waitingFor('shy')).map(({ id }) => id);
    expect((await poll(shy)).toSorted()).toEqual(ids.toSorted());
    await poll(shy, { ack: ids.slice(0, 2) });
    expect(await poll(shy)).toEqual(ids.slice(2));
    await listAt('shy', shy.url);
    await hears(shy, subjects.slice(2));
    await vi.waitFor(async () => expect((await summaryOf('shy'))?.waiting).toBe(0), 5000);
  });

  test('by poll offers what was rejected there to nobody until it is replayed: what is newer is not kept waiting', async () => {
    const strict = await join('strict');
    await listAt('strict', nobody);
    await tell(idOf('strict'), 3);
    const rejected = await poll(strict, { maxEvents: 3 });
    expect(rejected).toHaveLength(3);
    const setErrs = Object.fromEntries(rejected.map((id) => [id, { err: 'invalid_key' }]));
    expect(await poll(strict, { setErrs })).toEqual([]);
    // Waits for something to come, although what was rejected is there.
    const polled = poll(strict, { maxEvents: 3, returnImmediately: false });
    await tell(idOf('strict'));
    const [newer = ''] = await polled;
    expect(rejected).not.toContain(newer);
    expect(await poll(strict)).toEqual([newer]);
    const [again = ''] = rejected;
    expect(await desk.replay([again])).toEqual([again]);
    expect((await poll(strict)).toSorted()).toEqual([again, newer].toSorted());
    await poll(strict, { ack: [again, newer] });
  });

  test('by poll offers what was given up after what still waits', async () => {
    const late = await join('late');
    await listAt('late', nobody);
    await tell(idOf('late'));
    const [given = ''] = await poll(late);
    clock.advance(2 * DAY + 1);
    await teller.app.get(OutboxSweep).forget();
    expect(await desk.undelivered({ receiver: idOf('late'), dead: true }, 10)).toMatchObject([{ id: given }]);
    await tell(idOf('late'));
    const [waiting = ''] = await poll(late, { maxEvents: 1 });
    expect(waiting).not.toBe(given);
    expect((await poll(late)).toSorted()).toEqual([given, waiting].toSorted());
    await poll(late, { ack: [given, waiting] });
  });

  test('under way at a replica is told anew by nobody meanwhile', async () => {
    await join('held');
    await listAt('held', nobody);
    const since = clock.now();
    const [subject] = await tell(idOf('held'));
    await attempted('held', since);
    const taken = await teller.app
      .get(Database)
      .read<{ id: string }>(takeFor, [subject, uuidv7(), addSeconds(since, DAY)]);
    const [{ id } = { id: '' }] = taken;
    expect(await desk.find(id)).toMatchObject({ underWay: true });
    expect([await desk.replay([id]), await desk.replayAll({ receiver: idOf('held') })]).toEqual([[], 0]);
  });

  test('is written down in a log that is read page by page, for thirty days', async () => {
    const all = await desk.deliveries(undefined, 1000);
    expect(all.length).toBeGreaterThan(100);
    expect(new Set(all.map(({ outcome }) => outcome))).toEqual(
      new Set(['delivered', 'refused', 'away', 'given-up', 'rejected', 'replayed']),
    );
    const paged = [];
    for (let page = await desk.deliveries(undefined, 7); page.length > 0; ) {
      paged.push(...page);
      page = await desk.deliveries(undefined, 7, page.at(-1));
    }
    expect(paged).toEqual(all);
    clock.advance(30 * DAY);
    await teller.app.get(OutboxSweep).forget();
    const left = await desk.deliveries(undefined, 1000);
    expect(left.every(({ at }) => at >= addSeconds(clock.now(), -30 * DAY))).toBe(true);
    expect(left.length).toBeLessThan(all.length);
  });
});
