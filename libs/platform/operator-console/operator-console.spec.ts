import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type NumberedTrailEntry, operatorRights } from '#domain';
import { OperatorClient, startRunningNetwork } from '#testing';
import { Database } from '../database/database.ts';
import { sql } from '../database/statement.ts';
import { GreetingsController, greeterRole } from '../network/role-under-test.ts';
import { readRoutesOf } from '../role/document-role.ts';

type Network = Awaited<ReturnType<typeof startRunningNetwork>>;

const nobody = 'https://nobody.example';
let network: Network;
let clients: Record<'viewer' | 'operator' | 'admin', OperatorClient>;

beforeAll(async () => {
  network = await startRunningNetwork(greeterRole);
  clients = {
    admin: await OperatorClient.join(network.manager, 'Ada', 'admin'),
    operator: await OperatorClient.join(network.manager, 'Ben', 'operator'),
    viewer: await OperatorClient.join(network.manager, 'Cleo', 'viewer'),
  };
});
afterAll(() => network.stop());

async function trail(act: string): Promise<NumberedTrailEntry[]> {
  const all = sql(
    'all-trail-entries',
    '(SELECT entry FROM trail_entries ORDER BY index) UNION ALL (SELECT entry FROM trail_pending ORDER BY id)',
  );
  const entries = await network.manager.app.get(Database).read<{ entry: string }>(all);
  return entries.map(({ entry }) => JSON.parse(entry) as NumberedTrailEntry).filter((entry) => entry.act === act);
}

describe('every endpoint for operators', () => {
  const settings = {
    PARTICIPANT_ID: nobody,
    PARTICIPANT_NAME: 'Nobody',
    DATABASE_URL: 'postgresql://localhost/none',
    KEYS_FOLDER: 'keys',
  };

  it('refuses who is not signed in, and whose right does not reach so far, before it looks at what is asked', async () => {
    const routes = await readRoutesOf(greeterRole('manager', 'consent-manager'), settings);
    const guarded = routes.filter(({ operatorMay }) => operatorMay !== undefined);
    expect(guarded.length).toBeGreaterThan(10);
    for (const { method, path, operatorMay: needed = 'admin' } of guarded) {
      // Neither ids nor bodies are in form: whoever gets past the guard is told so, and nothing is done.
      const ask = (client: OperatorClient) =>
        client.call(method.toUpperCase(), path.replace(/\{\w+\}/g, 'x'), method === 'get' ? {} : { body: { odd: 1 } });
      expect(await ask(new OperatorClient(network.manager))).toMatchObject({ status: 401 });
      for (const right of operatorRights) {
        if (path === '/operator/session') continue;
        const reaches = operatorRights.indexOf(right) >= operatorRights.indexOf(needed);
        const { json, status } = await ask(clients[right]);
        const where = `${right}: ${method} ${path}`;
        if (reaches) expect([200, 400, 404], where).toContain(status);
        else expect([json.code, where]).toEqual(['operator-right-missing', where]);
      }
    }
  });
});

describe('an admin sees', () => {
  it('who did what and when, by name, newest first, page by page', async () => {
    await clients.admin.post('/operator/invitations', { name: 'Dora', may: 'viewer' });
    await vi.waitFor(async () => {
      const { acts } = (await clients.admin.get('/operator/acts')).json;
      expect(acts[0]).toMatchObject({ act: 'operator.invited', operator: 'Ada', about: 'Dora', outcome: 'done' });
    }, 20_000);
    const pages: { act: string; operator: string | null; about: string | null }[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const { json } = await clients.admin.get(`/operator/acts?limit=2${next && `&after=${next}`}`);
      pages.push(...json.acts);
      next = json.next;
    }
    const all = (await clients.admin.get('/operator/acts?limit=200')).json.acts;
    expect(pages).toEqual(all);
    expect(pages).toContainEqual(expect.objectContaining({ act: 'operator.joined', operator: 'Ben', about: null }));
    // Ada was invited on the machine of the node: by nobody that it knows.
    expect(pages.at(-1)).toMatchObject({ act: 'operator.invited', operator: null, about: 'Ada' });
  });
});

describe('an operator sees', () => {
  it('how the node does', async () => {
    await vi.waitFor(async () => {
      const { json } = await clients.viewer.get('/operator/overview');
      expect(json).toMatchObject({
        role: 'manager',
        participant: { id: 'https://manager.example', name: 'manager' },
        ready: true,
        checks: { database: true, 'trust-list': true, listed: true },
        trustList: { state: 'FRESH', participants: expect.any(Number), isListed: true },
        queue: 'postgresql',
        versions: { assent: expect.stringMatching(/^\d/), node: process.versions.node, postgresql: expect.any(String) },
      });
      expect(Math.abs(json.database.clockAheadMilliseconds)).toBeLessThan(5_000);
    }, 5000);
  });

  it('how its audit trail stands, and who keeps it', async () => {
    await vi.waitFor(async () => {
      const { json } = await clients.viewer.get('/operator/trail');
      expect(json.size).toBeGreaterThan(3);
      expect(json.checkpoint).toMatchObject({ size: expect.any(Number), token: expect.stringMatching(/^ey/) });
      expect(json.faults).toEqual([]);
    }, 15_000);
  });

  it('the keys, and what the list says of them; an admin has the next one made, once', async () => {
    const { json } = await clients.viewer.get('/operator/keys');
    expect(json.keys.map(({ use, state }: { use: string; state: string }) => `${use} ${state}`).sort()).toEqual([
      'message active',
      'statement active',
    ]);
    expect(json.keys[0]).toMatchObject({ listed: { validFrom: expect.any(String) } });
    expect(JSON.stringify(json)).not.toContain('"d"');
    const made = await clients.admin.post('/operator/keys/rotate', { use: 'message' });
    expect([made.status, made.json.use]).toEqual([202, 'message']);
    expect((await clients.admin.post('/operator/keys/rotate', { use: 'message' })).json.kid).toBe(made.json.kid);
    expect((await trail('key.rotated'))[0]).toMatchObject({ operator: clients.admin.id, about: made.json.kid });
    expect((await clients.admin.post('/operator/keys/rotate', { use: 'access-token' })).json.code).toBe('not-found');
  });
});

describe('events that are not acknowledged', () => {
  const end = (id: string) => network.manager.app.get(GreetingsController).end(nobody, id);
  const ids = [1, 2, 3].map((n) => `0198c5a0-0000-7000-8000-00000000000${n}`);

  it('are listed with why, page by page, without what they say', async () => {
    for (const id of ids) await end(id);
    await vi.waitFor(async () => {
      const { json } = await clients.viewer.get(`/operator/events?receiver=${encodeURIComponent(nobody)}`);
      expect(json.events.map(({ lastFailure }: { lastFailure: string }) => lastFailure)).toEqual(
        ids.map(() => 'participant-not-active'),
      );
      expect(json.events[0].words).toBe('it is not in the trust list as active with this role');
      expect(json.next).toBeNull();
      expect(JSON.stringify(json)).not.toContain(ids[0]);
    }, 10_000);
    const first = (await clients.viewer.get('/operator/events?limit=2')).json;
    const second = (await clients.viewer.get(`/operator/events?limit=2&after=${first.next}`)).json;
    expect([first.events.length, second.events.length, second.next]).toEqual([2, 1, null]);
    expect((await clients.viewer.get('/operator/events?state=dead')).json.events).toEqual([]);
    expect((await clients.viewer.get('/operator/events?state=waiting')).json.events.length).toBe(3);
  });

  it('are told anew by an operator, whom the audit trail names', async () => {
    const [event] = (await clients.viewer.get('/operator/events')).json.events;
    const one = await clients.operator.post('/operator/events/replay', { ids: [event.id] });
    expect([one.status, one.json]).toEqual([200, { replayed: 1 }]);
    await vi.waitFor(async () => {
      const all = await clients.operator.post('/operator/events/replay', { all: true });
      expect(all.json.replayed).toBe(3);
    }, 10_000);
    const noted = await trail('event.replayed');
    expect(noted[0]).toMatchObject({ operator: clients.operator.id, events: 1 });
    expect(noted.at(-1)).toMatchObject({ operator: clients.operator.id, events: 3 });
    const { json } = await clients.viewer.get(`/operator/deliveries?receiver=${encodeURIComponent(nobody)}&limit=2`);
    expect(json.deliveries.length).toBe(2);
    const outcomes = new Set<string>();
    for (let next: string | null = ''; next !== null; ) {
      const after: string = next === '' ? '' : `&after=${encodeURIComponent(next)}`;
      const page = (await clients.viewer.get(`/operator/deliveries?limit=2${after}`)).json;
      for (const { outcome } of page.deliveries) outcomes.add(outcome);
      next = page.next;
    }
    expect(outcomes).toContain('replayed');
    expect((await clients.viewer.get('/operator/deliveries?after=nowhere')).json.code).toBe('schema-mismatch');
  });

  it.each([{}, { ids: [] }, { ids: ['x'] }, { all: false }, { all: true, ids: [] }])(
    'are not replayed by %j',
    async (body) => {
      expect((await clients.admin.post('/operator/events/replay', body)).json.code).toBe('schema-mismatch');
    },
  );
});
