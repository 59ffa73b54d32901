import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { NumberedTrailEntry, OperatorRight } from '#domain';
import { createTestSchema, MovableClock, OperatorClient, startRunningNetwork } from '#testing';
import { Database } from '../database/database.ts';
import { schemaDrift } from '../database/schema-drift.ts';
import { sql } from '../database/statement.ts';
import { platformEntities, platformMigrations } from '../network/network-tables.ts';
import { greeterRole } from '../network/role-under-test.ts';
import { lockOperators } from './operator-statements.ts';
import { OperatorsService } from './operators.service.ts';

const findWaiting = sql(
  'find-waiting-for-turn',
  `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
     AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
);

type Network = Awaited<ReturnType<typeof startRunningNetwork>>;

const clock = new MovableClock();
let network: Network;
let admin: OperatorClient;
let people = 0;

beforeAll(async () => {
  network = await startRunningNetwork(greeterRole, {}, clock);
  admin = await OperatorClient.join(network.manager, 'Ada', 'admin');
});
afterAll(() => network.stop());

const join = (may: OperatorRight) => {
  people += 1;
  return OperatorClient.join(network.manager, `Person ${people}`, may);
};
const invite = (name: string) =>
  network.manager.app.get(OperatorsService).inBook((book) => book.invite(name, 'viewer'));

/** What the trail has of an operator, sealed or not. */
async function actsOf(id: string): Promise<NumberedTrailEntry[]> {
  const entries = await network.manager.app
    .get(Database)
    .read<{ entry: string }>(
      sql(
        'all-trail-entries',
        `(SELECT entry FROM trail_entries ORDER BY index) UNION ALL (SELECT entry FROM trail_pending ORDER BY id)`,
      ),
    );
  return entries
    .map(({ entry }) => JSON.parse(entry) as NumberedTrailEntry)
    .filter(({ operator, about }) => operator === id || about === id);
}

describe('an operator', () => {
  it('joins by an invitation with a passkey, and signs in by it from then on', async () => {
    const ben = await join('operator');
    const me = await ben.get('/operator/me');
    expect(me.json).toMatchObject({
      id: ben.id,
      may: 'operator',
      role: 'manager',
      participant: { id: 'https://manager.example', name: 'manager' },
    });
    expect((await ben.delete('/operator/session')).status).toBe(204);
    expect((await ben.get('/operator/me')).json.code).toBe('sign-in-required');
    expect((await ben.signIn()).json).toMatchObject({ id: ben.id, may: 'operator' });
    expect((await ben.get('/operator/me')).status).toBe(200);
    const acts = (await actsOf(ben.id)).map(({ act }) => act);
    const session = ['operator.signed-in', 'operator.signed-out', 'operator.signed-in'];
    expect(acts).toEqual(['operator.invited', 'operator.joined', ...session]);
  });

  it('has a session in a cookie that no script reads and no other page sends, for 12 hours whatever it does', async () => {
    const ben = await join('viewer');
    const cookie = (await ben.signIn()).headers.get('set-cookie');
    expect(cookie).toMatch(
      /^assent-manager-operator-\d+=[\w-]{43}; Max-Age=43(200|199); Path=\/; HttpOnly; SameSite=Strict$/,
    );
    clock.advance(43_199);
    expect((await ben.get('/operator/me')).status).toBe(200);
    clock.advance(1);
    expect((await ben.get('/operator/me')).json.code).toBe('sign-in-required');
    await admin.signIn();
  });

  it('has nothing changed by the page of someone else', async () => {
    const body = { name: 'Mallory', may: 'admin' };
    const answer = await admin.call('POST', '/operator/invitations', { body, site: 'cross-site' });
    expect([answer.status, answer.json.code]).toEqual([403, 'cross-site-call']);
  });

  it('of one role is nobody at another', async () => {
    const elsewhere = new OperatorClient(network.provider);
    elsewhere.cookie = admin.cookie;
    expect((await elsewhere.get('/operator/me')).status).toBe(401);
    elsewhere.cookie = admin.cookie?.replace('manager', 'provider');
    expect((await elsewhere.get('/operator/me')).status).toBe(401);
    expect(await new OperatorClient(network.manager).signIn().catch((error: Error) => error.message)).toMatch(/none/);
  });

  it('who is removed is signed out at once, and signs in no more', async () => {
    const ben = await join('operator');
    const invited = (await (await promoted(ben)).post('/operator/invitations', { name: 'Friend', may: 'admin' })).json;
    expect((await admin.delete(`/operator/operators/${ben.id}`)).status).toBe(204);
    expect((await ben.get('/operator/me')).json.code).toBe('sign-in-required');
    expect((await ben.signIn()).json.code).toBe('passkey-refused');
    expect((await new OperatorClient(network.manager).join(invited.invitation)).json.code).toBe('invitation-not-valid');
    expect((await admin.delete(`/operator/operators/${ben.id}`)).json.code).toBe('not-found');
    const [last] = (await actsOf(ben.id)).slice(-1);
    expect(last).toMatchObject({ act: 'operator.removed', operator: admin.id, about: ben.id });
  });

  it('has the right of this moment with each call', async () => {
    const ben = await join('viewer');
    expect((await ben.get('/operator/operators')).json.code).toBe('operator-right-missing');
    await promoted(ben);
    expect((await ben.get('/operator/operators')).status).toBe(200);
    expect((await admin.patch(`/operator/operators/${ben.id}`, { may: 'viewer' })).status).toBe(204);
    expect((await ben.get('/operator/operators')).status).toBe(403);
  });
});

async function promoted(operator: OperatorClient): Promise<OperatorClient> {
  expect((await admin.patch(`/operator/operators/${operator.id}`, { may: 'admin' })).status).toBe(204);
  return operator;
}

describe('what one signs in with', () => {
  it('is a second passkey too, so that a lost device shuts nobody out', async () => {
    const ben = await join('operator');
    const phone = new OperatorClient(network.manager);
    const made = await ben.addPasskey('Phone', phone.device);
    expect([made.status, made.json.name]).toEqual([201, 'Phone']);
    expect((await phone.signIn()).json).toMatchObject({ id: ben.id });
    const [first, second] = (await phone.get('/operator/passkeys')).json.passkeys as { id: string }[];
    expect((await phone.delete(`/operator/passkeys/${first?.id}`)).status).toBe(204);
    expect((await ben.signIn()).json.code).toBe('passkey-refused');
    expect((await phone.delete(`/operator/passkeys/${second?.id}`)).json.code).toBe('last-passkey');
    expect((await phone.signIn()).status).toBe(201);
    const acts = (await actsOf(ben.id)).filter(({ act }) => act.startsWith('passkey.'));
    expect(acts.map(({ act, about }) => [act, about])).toEqual([
      ['passkey.made', second?.id],
      ['passkey.removed', first?.id],
    ]);
  });

  it('is nobody else’s to see or to remove', async () => {
    const [ben, cleo] = [await join('admin'), await join('viewer')];
    const [own] = (await ben.get('/operator/passkeys')).json.passkeys as { id: string }[];
    await ben.addPasskey('Second');
    expect((await cleo.delete(`/operator/passkeys/${own?.id}`)).json.code).toBe('not-found');
    expect((await cleo.get('/operator/passkeys')).json.passkeys).toHaveLength(1);
  });

  it('stays at one of two that are removed at once', async () => {
    const ben = await join('viewer');
    await ben.addPasskey('Second', new OperatorClient(network.manager).device);
    const held = (await ben.get('/operator/passkeys')).json.passkeys as { id: string }[];
    const ended = await Promise.all(held.map(({ id }) => ben.delete(`/operator/passkeys/${id}`)));
    expect(ended.map(({ status }) => status).sort()).toEqual([204, 409]);
  });
});

describe('where one is signed in', () => {
  it('is seen by that one alone, and ended from elsewhere', async () => {
    const [ben, cleo] = [await join('viewer'), await join('admin')];
    const lost = ben.cookie;
    await ben.signIn();
    const { sessions } = (await ben.get('/operator/sessions')).json;
    expect(sessions).toMatchObject([
      { isCurrent: true, device: expect.any(String) },
      { isCurrent: false, device: expect.any(String) },
    ]);
    const path = `/operator/sessions/${sessions[1].id}`;
    expect((await cleo.delete(path)).json.code).toBe('not-found');
    expect((await ben.delete(path)).status).toBe(204);
    expect((await ben.get('/operator/me')).status).toBe(200);
    ben.cookie = lost;
    expect((await ben.get('/operator/me')).json.code).toBe('sign-in-required');
    expect((await actsOf(ben.id)).at(-1)).toMatchObject({ act: 'operator.signed-out', about: sessions[1].id });
  });
});

describe('the last admin', () => {
  it('is neither removed nor made less, by whomever; the last but one is', async () => {
    const others = (await admin.get('/operator/operators')).json.operators as { id: string; may: string }[];
    for (const { id, may } of others) {
      if (may === 'admin' && id !== admin.id) await admin.patch(`/operator/operators/${id}`, { may: 'viewer' });
    }
    const path = `/operator/operators/${admin.id}`;
    expect((await admin.delete(path)).json.code).toBe('last-admin');
    expect((await admin.patch(path, { may: 'operator' })).json.code).toBe('last-admin');
    const ben = await join('admin');
    const [one, other] = await Promise.all([
      admin.patch(`/operator/operators/${ben.id}`, { may: 'viewer' }),
      ben.patch(path, { may: 'viewer' }),
    ]);
    const third = await join('admin');
    const left = (await third.get('/operator/operators')).json.operators as { may: string }[];
    expect([one.status, other.status].filter((status) => status === 204).length).toBeGreaterThan(0);
    expect(left.filter(({ may }) => may === 'admin').length).toBeGreaterThan(1);
    await third.patch(path, { may: 'admin' });
    await third.delete(`/operator/operators/${third.id}`);
  });
});

describe('an invitation', () => {
  it('is good once', async () => {
    const { invitation } = await invite('Once');
    expect((await new OperatorClient(network.manager).join(invitation)).status).toBe(201);
    expect((await new OperatorClient(network.manager).join(invitation)).json.code).toBe('invitation-not-valid');
  });

  it('is good for 24 hours', async () => {
    const { invitation } = await invite('Late');
    clock.advance(86_400);
    expect((await new OperatorClient(network.manager).join(invitation)).json.code).toBe('invitation-not-valid');
    await admin.signIn();
  });

  it('is not spent by a passkey that does not hold', async () => {
    const { invitation } = await invite('Careful');
    const client = new OperatorClient(network.manager);
    const { ceremonyId, publicKey } = (await client.post('/operator/join/options', { invitation })).json;
    const response = await client.device.make(publicKey, { origin: 'https://elsewhere.example' });
    const refused = await client.post('/operator/join', { invitation, ceremonyId, response });
    expect(refused.json.code).toBe('passkey-refused');
    expect((await client.join(invitation)).status).toBe(201);
  });

  it('is not in the database as it was shown', async () => {
    const { invitation } = await invite('Secret');
    const rows = await network.manager.app
      .get(Database)
      .read(sql('all-invitations', "SELECT id, encode(code_hash, 'base64') FROM operator_invitations"));
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(invitation);
  });

  it('that waits is listed without its code: who invited, to what, until when; one that was used or has expired is not', async () => {
    const { id, expiresAt } = (await admin.post('/operator/invitations', { name: 'Waiting', may: 'operator' })).json;
    const used = await invite('Used');
    await new OperatorClient(network.manager).join(used.invitation);
    const { json } = await admin.get('/operator/invitations');
    const listed = json.invitations as { id: string }[];
    expect(listed).toContainEqual({ id, name: 'Waiting', may: 'operator', expiresAt, invitedBy: 'Ada' });
    expect(listed.map((one) => one.id)).not.toContain(used.id);
    const onMachine = await invite('Machine');
    const found = (await admin.get('/operator/invitations')).json.invitations as { id: string }[];
    expect(found.find((one) => one.id === onMachine.id)).toMatchObject({ invitedBy: null });
    clock.advance(86_400);
    await admin.signIn();
    expect((await admin.get('/operator/invitations')).json.invitations).toEqual([]);
  });

  it('is withdrawn by an admin: nobody joins by it, it is listed no more, and the trail says who did it', async () => {
    const { id, invitation } = (await admin.post('/operator/invitations', { name: 'Regretted', may: 'admin' })).json;
    const viewer = await join('viewer');
    expect((await viewer.delete(`/operator/invitations/${id}`)).json.code).toBe('operator-right-missing');
    expect((await admin.delete(`/operator/invitations/${id}`)).status).toBe(204);
    expect((await new OperatorClient(network.manager).join(invitation)).json.code).toBe('invitation-not-valid');
    expect((await admin.get('/operator/invitations')).json.invitations).not.toContainEqual(
      expect.objectContaining({ id }),
    );
    expect((await admin.delete(`/operator/invitations/${id}`)).json.code).toBe('not-found');
    const withdrawn = (await actsOf(id)).filter(({ act }) => act === 'operator.invitation-withdrawn');
    expect(withdrawn).toMatchObject([{ operator: admin.id, about: id }]);
  });

  it('that is withdrawn while somebody is about to join by it is joined by nobody', async () => {
    const { id, invitation } = (await admin.post('/operator/invitations', { name: 'Race', may: 'admin' })).json;
    const client = new OperatorClient(network.manager);
    const { ceremonyId, publicKey } = (await client.post('/operator/join/options', { invitation })).json;
    const response = await client.device.make(publicKey, { origin: client.origin });
    const database = network.manager.app.get(Database);
    const joining = await database.transaction(async (tx) => {
      await tx.query(lockOperators);
      const begun = client.post('/operator/join', { invitation, ceremonyId, response });
      // It has looked at the invitation, and waits for its turn.
      await vi.waitFor(async () => expect(await database.read(findWaiting)).toHaveLength(1), { timeout: 5000 });
      expect((await admin.delete(`/operator/invitations/${id}`)).status).toBe(204);
      return { begun };
    });
    expect((await joining.begun).json.code).toBe('invitation-not-valid');
  });

  it('for a name that is taken is refused', async () => {
    const answer = await admin.post('/operator/invitations', { name: 'Ada', may: 'viewer' });
    expect([answer.status, answer.json.code]).toEqual([409, 'operator-name-taken']);
  });

  it.each(['', 'A', ' Ada', '<b>Ada</b>', 'A'.repeat(65)])('for "%s" is %s', async (name) => {
    const { status } = await admin.post('/operator/invitations', { name, may: 'viewer' });
    expect(status).toBe(name === 'A' ? 201 : 400);
  });
});

it('the tables are those of the entities', async () => {
  const schema = await createTestSchema({ entities: platformEntities, migrations: platformMigrations });
  expect(await schemaDrift(schema.dataSource)).toEqual([]);
  await schema.drop();
});
