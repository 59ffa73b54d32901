import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataSessionAnswer } from '#protocol';
import { eventually } from '#testing';
import { Gateway, type HeldSession, manifestOf, problemOf } from '../spec-support/gateway-under-test.ts';
import { Manager } from '../spec-support/manager-under-test.ts';
import { type ProviderUnderTest, startProvider } from '../spec-support/provider-under-test.ts';
import { mara, transaction, transactions } from '../spec-support/sample-source-under-test.ts';
import { DataSessionStore } from './data-session-store.ts';

let world: ProviderUnderTest;
let manager: Manager;
let gateway: Gateway;
let accounts: string[];

const ahead = 3;
const kept = 6;
/** About 380 bytes as a line: 2,700 to a part. */
const padded = { reference: 'x'.repeat(150) };

beforeAll(async () => {
  world = await startProvider({
    SESSION_ANSWER_WAIT_MILLISECONDS: '100',
    SPOOL_PARTS_AHEAD: String(ahead),
    SPOOL_PARTS_KEPT: String(kept),
    FILL_LEASE_SECONDS: '2',
    FILL_IDLE_SECONDS: '1',
  });
  manager = new Manager(world);
  gateway = await Gateway.create(world, manager);
  world.source.addAccount('0001', mara, () => []);
  accounts = await manager.link(mara);
});
afterAll(() => world.stop());

const look = async (held: HeldSession) => (await (await gateway.get(held)).json()) as DataSessionAnswer;

/** Records that were released, of each account and type. */
async function released({ sessionId }: HeldSession): Promise<number[]> {
  const [row] = await world.query('SELECT contents FROM releases WHERE session_id = $1', [sessionId]);
  return (row as { contents: { delivered: number }[] }).contents.map(({ delivered }) => delivered);
}

/** Fetches parts as they come until the manifest is there. */
async function readAll(held: HeldSession) {
  const ids: unknown[] = [];
  const digests: string[] = [];
  let most = 0;
  for (let n = 0; ; n += 1) {
    const there = await eventually(async () => {
      const answer = await look(held);
      return answer.parts > n || answer.state !== 'ACTIVE' ? answer : undefined;
    }, 20);
    most = Math.max(most, there.parts - n);
    if (n >= there.parts) break;
    const { lines, statement } = await gateway.part(held, n);
    expect(statement.previous).toBe(digests.at(-1));
    digests.push(statement.digest);
    for (const line of lines.trimEnd().split('\n')) ids.push(JSON.parse(line).record.transactionId);
  }
  const manifest = await manifestOf(await gateway.get(held));
  expect(manifest.parts).toEqual(digests);
  return { ids, most, manifest };
}

describe('filling a session', () => {
  it('reads no further ahead than a few parts, whatever the size', { timeout: 120_000 }, async () => {
    const count = 130_000; // about 50 MB
    world.source.hold('0001', 'bank.transaction', () => transactions(count, padded));
    const before = process.memoryUsage().rss;
    const held = await gateway.open(await manager.issue(accounts));
    expect(held.answer.status).toBe(202);
    await eventually(async () => ((await look(held)).parts === ahead ? true : undefined));
    // Three parts are sealed and one more is in the making; the source is not asked for more.
    expect(world.source.read).toBeLessThan(2800 * (ahead + 2));
    const { ids, most, manifest } = await readAll(held);
    expect(most).toBeLessThanOrEqual(ahead);
    expect(manifest).toMatchObject({ state: 'COMPLETED', accounts: [{ outcome: 'DELIVERED' }] });
    expect(ids).toHaveLength(count);
    expect(new Set(ids).size).toBe(count);
    const lying = await world.query('SELECT n FROM data_parts WHERE session_id = $1 AND length(sealed) > 0', [
      held.sessionId,
    ]);
    expect(lying).toHaveLength(kept + 1);
    expect(manifest.parts.length).toBeGreaterThan(40);
    expect(await problemOf(await gateway.get(held, '/parts/0'))).toMatchObject({ code: 'session-ended' });
    // The ids this spec holds are part of it.
    expect(process.memoryUsage().rss - before).toBeLessThan(250 * 1_048_576);
  });

  it('lets go of a session that nobody fetches, and goes on when somebody does', { timeout: 30_000 }, async () => {
    world.source.hold('0001', 'bank.transaction', () => transactions(20_000, padded));
    const held = await gateway.open(await manager.issue(accounts));
    await eventually(async () => {
      const [row] = await world.query('SELECT waiting FROM data_sessions WHERE id = $1', [held.sessionId]);
      return (row as { waiting: boolean }).waiting || undefined;
    });
    await eventually(() => world.counterparts.heard('data-session.ready', held.sessionId));
    const { ids } = await readAll(held);
    expect(ids).toEqual(Array.from({ length: 20_000 }, (_, n) => transaction(n)['transactionId']));
  });

  it('goes on where it broke off when its process dies; parts handed out stay as they were', {
    timeout: 30_000,
  }, async () => {
    const count = 15_000;
    let isDead = true;
    world.source.hold('0001', 'bank.transaction', async function* () {
      let n = 0;
      for (const record of transactions(count, padded)) {
        n += 1;
        // The first filler never gets past here, as if it had been killed.
        if (isDead && n === 7000) await new Promise(() => undefined);
        yield record;
      }
    });
    const held = await gateway.open(await manager.issue(accounts));
    await eventually(async () => ((await look(held)).parts === 2 ? true : undefined));
    const first = await gateway.part(held, 0);
    const second = await gateway.part(held, 1);
    isDead = false;
    // What a killed process leaves behind: a lease nobody renews, held by nobody who could save.
    await world.query(
      `UPDATE data_sessions SET filler = gen_random_uuid(), lease_until = now() - interval '1 second' WHERE id = $1`,
      [held.sessionId],
    );
    const replica = await world.start({ RUN: 'jobs' });
    const { ids } = await readAll(held).finally(() => replica.stop());
    expect(Buffer.from((await gateway.part(held, 0)).sealed)).toEqual(Buffer.from(first.sealed));
    expect(Buffer.from((await gateway.part(held, 1)).sealed)).toEqual(Buffer.from(second.sealed));
    expect(ids).toEqual(Array.from({ length: count }, (_, n) => transaction(n)['transactionId']));
  });

  it.each<[string, () => Iterable<unknown>, string]>([
    [
      'another record stands where it broke off',
      () => [transaction(99_999, padded), ...transactions(20_000, padded)],
      'as it was',
    ],
    ['there are fewer records than were passed', () => transactions(100, padded), 'as it was'],
    ['the files are others', () => transactions(20_000, padded), 'written anew'],
  ])('ends the account of a reading that goes on where %s', { timeout: 30_000 }, async (_, others, state) => {
    world.source.hold('0001', 'bank.transaction', () => transactions(20_000, padded));
    const held = await gateway.open(await manager.issue(accounts));
    await eventually(async () => {
      const [row] = await world.query('SELECT waiting FROM data_sessions WHERE id = $1', [held.sessionId]);
      return (row as { waiting: boolean }).waiting || undefined;
    });
    world.source.hold('0001', 'bank.transaction', others);
    world.source.state = state;
    const { ids, manifest } = await readAll(held);
    world.source.state = 'as it was';
    const reason = 'The institution’s records changed while they were read.';
    expect(manifest.accounts).toMatchObject([{ outcome: 'TIMEOUT', reason }]);
    expect(ids).toEqual(Array.from({ length: ids.length }, (_, n) => transaction(n)['transactionId']));
  });

  it('stops in the middle when the consent is revoked, and the manager is told what had left', async () => {
    world.source.hold('0001', 'bank.transaction', () => transactions(20_000, padded));
    const consent = await manager.issue(accounts);
    const held = await gateway.open(consent);
    const { lines } = await gateway.part(held, 0);
    await eventually(async () => ((await look(held)).parts > 1 ? true : undefined));
    await manager.state(consent, 'revoked');
    const sent = await eventually(() => world.counterparts.heard('data-session.sent', held.sessionId));
    const left = lines.trimEnd().split('\n').length;
    expect(sent.state).toMatchObject({ served: left, outcomes: { DENIED: 1 } });
    expect(await released(held)).toEqual([left]);
    const read = world.source.read;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(world.source.read).toBe(read);
    expect(await world.query('SELECT n FROM data_parts WHERE session_id = $1', [held.sessionId])).toEqual([]);
  });

  it('says that nothing left of what lay sealed and nobody had fetched, and the use was none', async () => {
    world.source.hold('0001', 'bank.transaction', () => transactions(20_000, padded));
    const consent = await manager.issue(accounts);
    const held = await gateway.open(consent);
    await eventually(async () => ((await look(held)).parts === ahead ? true : undefined));
    await manager.state(consent, 'revoked');
    const sent = await eventually(() => world.counterparts.heard('data-session.sent', held.sessionId));
    expect(sent.state).toMatchObject({ served: 0, outcomes: { DENIED: 1 } });
    expect(await released(held)).toEqual([0]);
    const [session] = await world.query('SELECT data_request_id AS id FROM data_sessions WHERE id = $1', [
      held.sessionId,
    ]);
    const { id } = session as { id: string };
    expect(await world.query('SELECT 1 FROM consent_uses WHERE data_request_id = $1', [id])).toEqual([]);
  });

  it('hands no part out whose session was broken off while it was asked for', async () => {
    world.source.hold('0001', 'bank.transaction', () => transactions(20_000, padded));
    const consent = await manager.issue(accounts);
    const held = await gateway.open(consent);
    await eventually(async () => ((await look(held)).parts === ahead ? true : undefined));
    // Read as it may be handed out, and not yet noted: here the consent ends.
    const store = world.provider.app.get(DataSessionStore, { strict: false });
    const view = store.view.bind(store);
    store.view = async (...call) => {
      const seen = await view(...call);
      await manager.state(consent, 'revoked');
      return seen;
    };
    const answer = await gateway.get(held, '/parts/0').finally(() => {
      store.view = view;
    });
    expect(await problemOf(answer)).toMatchObject({ code: 'session-ended' });
    const sent = await eventually(() => world.counterparts.heard('data-session.sent', held.sessionId));
    expect(sent.state).toMatchObject({ served: 0 });
  });

  /** A source that stops in the third part until it is let go on. */
  function holdsStill(accountKey: string) {
    let goOn: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    world.source.hold(accountKey, 'bank.transaction', async function* () {
      let n = 0;
      for (const record of transactions(9000, padded)) {
        n += 1;
        if (n === 7000) await gate;
        yield record;
      }
    });
    return () => goOn();
  }

  it('stops at the next part when an account is unlinked, and nothing sealed is left', async () => {
    const own = { kind: 'email', value: 'noor@mail.example' } as const;
    world.source.addAccount('0002', own, () => []);
    const goOn = holdsStill('0002');
    const [linkId = ''] = await manager.link(own);
    const held = await gateway.open(await manager.issue([linkId]));
    await eventually(async () => ((await look(held)).parts === 2 ? true : undefined));
    expect((await manager.unlink(linkId)).status).toBe(204);
    expect(await problemOf(await gateway.get(held))).toEqual({ status: 403, code: 'account-not-linked' });
    goOn();
    const sent = await eventually(() => world.counterparts.heard('data-session.sent', held.sessionId));
    expect(sent.state).toMatchObject({ outcomes: { DENIED: 1 } });
    expect(await world.query('SELECT n FROM data_parts WHERE session_id = $1', [held.sessionId])).toEqual([]);
  });

  it('throws away what was read while the consent was paused, and reads it again when it is resumed', async () => {
    const goOn = holdsStill('0001');
    const consent = await manager.issue(accounts);
    const held = await gateway.open(consent);
    await eventually(async () => ((await look(held)).parts === 2 ? true : undefined));
    expect(await manager.state(consent, 'paused', 2)).toBe(202);
    goOn();
    await eventually(async () => {
      const [row] = await world.query('SELECT waiting FROM data_sessions WHERE id = $1', [held.sessionId]);
      return (row as { waiting: boolean }).waiting || undefined;
    });
    expect(await world.query('SELECT n FROM data_parts WHERE session_id = $1', [held.sessionId])).toHaveLength(2);
    expect(await manager.state(consent, 'resumed', 3)).toBe(202);
    const { ids } = await readAll(held);
    expect(ids).toEqual(Array.from({ length: 9000 }, (_, n) => transaction(n)['transactionId']));
  });

  it('goes on where the consent was paused and resumed between two parts', async () => {
    const goOn = holdsStill('0001');
    const consent = await manager.issue(accounts);
    const held = await gateway.open(consent);
    await eventually(async () => ((await look(held)).parts === 2 ? true : undefined));
    expect(await manager.state(consent, 'paused', 2)).toBe(202);
    expect(await manager.state(consent, 'resumed', 3)).toBe(202);
    const read = world.source.read;
    goOn();
    const { ids } = await readAll(held);
    expect(ids).toEqual(Array.from({ length: 9000 }, (_, n) => transaction(n)['transactionId']));
    // Nothing was read twice.
    expect(world.source.read).toBe(read + 2001);
  });
});
