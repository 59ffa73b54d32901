import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { orRefuse, type ParticipantId, toNumericDate } from '#domain';
import { FileSigningKeyStore, parseTrustRoots, type RunningRole, schemaDrift, startRole } from '#platform';
import {
  createMessage,
  createParticipantDescription,
  keyIntroductionMessage,
  keyRetirementMessage,
  nodeCryptography,
  type Participant,
  provePossession,
  type Signer,
  type TrustList,
  verifyTrustList,
} from '#protocol';
import { createTestDatabase, createTestFolder, createTestSchema, HandSetClock, type TestDatabase } from '#testing';
import { TrustListsService } from './trust-lists/trust-lists.service.ts';
import { trustRegistryRole } from './trust-registry.role.ts';

const { createSigner, generateKey } = nodeCryptography;
const newSigner = async () => createSigner(await generateKey());

describe('the trust registry', () => {
  const clock = new HandSetClock();
  let place: TestDatabase;
  let folder: Awaited<ReturnType<typeof createTestFolder>>;
  let env: Record<string, string>;
  let registry: RunningRole;
  let apiKey: string;
  let message: Signer;
  let statement: Signer;

  beforeAll(async () => {
    place = await createTestDatabase();
    folder = await createTestFolder();
    env = {
      PARTICIPANT_ID: 'https://registry.example',
      PARTICIPANT_NAME: 'The registry',
      NETWORK_NAME: 'A network',
      PORT: '0',
      PUBLIC_URL: 'https://registry.example',
      DATABASE_URL: place.url,
      KEYS_FOLDER: join(folder.path, 'keys'),
      API_KEY_FILE: join(folder.path, 'api-key'),
      TRUST_ROOTS_FILE: join(folder.path, 'trust-roots.jwks.json'),
      NETWORK_IS_LOCAL: 'true',
      LOG_FILE: join(folder.path, 'registry.log'),
    };
    registry = await startRole(trustRegistryRole, env, { clock });
    apiKey = (await readFile(env['API_KEY_FILE'] ?? '', 'utf8')).trim();
  });
  afterAll(async () => {
    await registry.stop();
    await place.drop();
    await folder.remove();
  });
  beforeEach(async () => {
    clock.advance(60);
    message = await newSigner();
    statement = await newSigner();
  });

  const describeBank = (id: ParticipantId, change: object = {}, signer = message, at = clock.now()) =>
    createParticipantDescription(
      {
        id,
        name: 'A bank',
        roles: ['data-provider'],
        endpoints: { 'data-provider': 'https://bank.example/api' },
        keys: [
          { kid: message.kid, use: 'message', jwk: message.publicJwk },
          { kid: statement.kid, use: 'statement', jwk: statement.publicJwk },
        ],
        dataTypes: ['bank.transaction'],
        ...change,
      },
      signer,
      toNumericDate(at),
    );
  const call = async (method: string, path: string, body?: string, type = 'application/jwt', key = apiKey) => {
    const headers = { authorization: `Bearer ${key}`, ...(body === undefined ? {} : { 'content-type': type }) };
    const answer = await fetch(`${registry.url}${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
    return { status: answer.status, json: (await answer.json()) as Record<string, unknown> };
  };
  const enrol = (description: string) => call('PUT', '/participants', description);
  const act = (id: string, what: string, body?: object) =>
    call('POST', `/participants/${encodeURIComponent(id)}/${what}`, body && JSON.stringify(body), 'application/json');
  const fetchList = async (last?: TrustList) => {
    const answer = await fetch(`${registry.url}/trust-list`);
    const roots = parseTrustRoots(await readFile(env['TRUST_ROOTS_FILE'] ?? '', 'utf8'));
    return orRefuse(await verifyTrustList(await answer.text(), { roots, now: clock.now(), last }));
  };
  const listed = async (id: ParticipantId) => (await fetchList()).findParticipant(id) as Participant;

  test('signs its list with a root that anyone can pin, and lists itself', async () => {
    const list = await fetchList();
    expect(list).toMatchObject({ network: 'A network', operator: 'https://registry.example' });
    expect(list.findParticipant('https://registry.example')).toMatchObject({ roles: ['trust-registry'] });
    expect((await stat(join(folder.path, 'keys', 'trust-list.jwk.json'))).mode & 0o777).toBe(0o600);
    expect(await readFile(env['TRUST_ROOTS_FILE'] ?? '', 'utf8')).not.toMatch(/"d"/);
  });

  test('lists who describes itself, in the next list', async () => {
    const before = await fetchList();
    const answer = await enrol(await describeBank('https://one.example'));
    expect(answer.status).toBe(200);
    const list = await fetchList(before);
    expect(list.sequence).toBe(before.sequence + 1);
    expect(list.findParticipant('https://one.example')).toEqual(answer.json);
    expect(list.findKey('https://one.example', message.kid)).toMatchObject({ use: 'message' });
    const all = (await (await fetch(`${registry.url}/participants`)).json()) as { participants: Participant[] };
    expect(all.participants.map(({ id }) => id)).toContain('https://one.example');
  });

  test('makes anew what it signed while its clock was fast: nobody believes that before its time', async () => {
    const now = clock.now();
    clock.advance(3 * 3600);
    await enrol(await describeBank('https://ahead.example'));
    clock.set(now);
    await expect(fetchList()).rejects.toMatchObject({ refusal: { code: 'message-not-yet-valid' } });
    await registry.app.get(TrustListsService).renew();
    expect((await fetchList()).findParticipant('https://ahead.example')).toBeDefined();
  });

  test('describes what it serves', async () => {
    const { paths } = (await (await fetch(`${registry.url}/openapi.json`)).json()) as { paths: object };
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining(['/trust-list', '/participants', '/participants/{id}/{act}']),
    );
  });

  test('answers 304 to whoever has the newest list', async () => {
    const first = await fetch(`${registry.url}/trust-list`);
    expect(first.headers.get('content-type')).toMatch('application/jwt');
    const etag = first.headers.get('etag') ?? '';
    const again = await fetch(`${registry.url}/trust-list`, { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('takes nothing from one who does not hold the operator key', async () => {
    const answer = await call('PUT', '/participants', await describeBank('https://two.example'), undefined, 'wrong');
    expect(answer).toMatchObject({ status: 401, json: { code: 'api-key-invalid' } });
  });

  test.each<[string, () => Promise<string>, string]>([
    [
      'signed with a key it does not name',
      async () => describeBank('https://x.example', {}, await newSigner()),
      'key-not-listed',
    ],
    ['signed with its statement key', () => describeBank('https://x.example', {}, statement), 'key-not-listed'],
    [
      'of two days ago',
      () => describeBank('https://x.example', {}, message, '2026-02-27T09:00:00.000Z'),
      'description-outdated',
    ],
    [
      'of next week',
      () => describeBank('https://x.example', {}, message, '2026-03-09T09:00:00.000Z'),
      'description-outdated',
    ],
    [
      'with a role and no endpoint for it',
      () => describeBank('https://x.example', { endpoints: {} }),
      'schema-mismatch',
    ],
    ['with an unknown field', () => describeBank('https://x.example', { colour: 'red' }), 'schema-mismatch'],
    [
      'with a foreign key id',
      () =>
        describeBank('https://x.example', { keys: [{ kid: statement.kid, use: 'message', jwk: message.publicJwk }] }),
      'key-not-listed',
    ],
    ['that is no token', async () => 'nonsense', 'token-malformed'],
    [
      'changed after it was signed',
      async () => {
        const [header, payload = '', signature] = (await describeBank('https://x.example')).split('.');
        const changed = Buffer.from(payload, 'base64url').toString().replace('A bank', 'B bank');
        return [header, Buffer.from(changed).toString('base64url'), signature].join('.');
      },
      'signature-invalid',
    ],
  ])('refuses a description %s', async (_, description, code) => {
    const answer = await enrol(await description());
    expect(answer.json).toMatchObject({ code });
    expect(await listed('https://x.example')).toBeUndefined();
  });

  test('refuses a key that is listed for someone else', async () => {
    await enrol(await describeBank('https://first.example'));
    expect((await enrol(await describeBank('https://second.example'))).json).toMatchObject({
      code: 'key-not-acceptable',
    });
  });

  test('retires the keys a newer description leaves out, and never takes them back', async () => {
    const old = await describeBank('https://three.example');
    await enrol(old);
    const [oldMessage, oldStatement] = [message, statement];
    clock.advance(60);
    [message, statement] = [await newSigner(), await newSigner()];
    await enrol(await describeBank('https://three.example'));
    const { keys } = await listed('https://three.example');
    expect(keys).toHaveLength(4);
    expect(keys.find(({ kid }) => kid === oldMessage.kid)).toMatchObject({ retiredAt: clock.now() });
    expect((await enrol(old)).json).toMatchObject({ code: 'description-outdated' });
    [message, statement] = [oldMessage, oldStatement];
    clock.advance(60);
    expect((await enrol(await describeBank('https://three.example'))).json).toMatchObject({
      code: 'key-not-acceptable',
    });
  });

  test('suspends, reinstates and withdraws', async () => {
    const id = 'https://four.example';
    await enrol(await describeBank(id));
    for (const [what, status] of [
      ['suspend', 'suspended'],
      ['reinstate', 'active'],
      ['withdraw', 'withdrawn'],
    ] as const) {
      expect((await act(id, what)).status).toBe(200);
      expect(await listed(id)).toMatchObject({ status });
    }
    expect((await act(id, 'reinstate')).json).toMatchObject({ code: 'status-change-not-allowed' });
    expect((await enrol(await describeBank(id))).json).toMatchObject({ code: 'status-change-not-allowed' });
    expect((await act('https://nobody.example', 'suspend')).json).toMatchObject({ code: 'participant-unknown' });
  });

  test('marks a key as compromised, and never moves that to later', async () => {
    const id = 'https://five.example';
    await enrol(await describeBank(id));
    const since = '2026-02-01T00:00:00.000Z';
    await act(id, `keys/${statement.kid}/compromise`, { since });
    await act(id, `keys/${statement.kid}/compromise`, {});
    await act(id, `keys/${message.kid}/retire`);
    const { keys } = await listed(id);
    expect(keys.find(({ kid }) => kid === statement.kid)).toMatchObject({ compromisedSince: since });
    expect(keys.find(({ kid }) => kid === message.kid)).toMatchObject({ retiredAt: clock.now() });
  });

  const introduce = async (id: ParticipantId, newKey: Signer, by: Signer, change: object = {}) => {
    const proof = await provePossession(newKey, id, 'statement', by.kid);
    const fields = { use: 'statement' as const, jwk: newKey.publicJwk, proof, ...change };
    const options = { signer: by, issuer: id, audience: 'https://registry.example', now: clock.now() };
    return createMessage(keyIntroductionMessage('statement'), fields, options);
  };
  const retire = async (id: ParticipantId, kid: string, by: Signer) => {
    const options = { signer: by, issuer: id, audience: 'https://registry.example', now: clock.now() };
    return createMessage(keyRetirementMessage('statement'), { use: 'statement', kid }, options);
  };
  const post = (path: string, token: string) => call('POST', path, token, undefined, 'no operator');

  test('lists a key that a present one introduces, without the operator, and everything else stays', async () => {
    const id = 'https://rotates.example';
    await enrol(await describeBank(id));
    const before = await fetchList();
    const newKey = await newSigner();
    const token = await introduce(id, newKey, statement);
    expect((await post('/key-introductions', token)).status).toBe(200);
    const list = await fetchList(before);
    const { keys, ...rest } = list.findParticipant(id) as Participant;
    const others = keys.filter(({ kid }) => kid !== newKey.kid);
    expect({ ...rest, keys: others }).toEqual(before.findParticipant(id));
    expect(keys.find(({ kid }) => kid === newKey.kid)).toEqual({
      kid: newKey.kid,
      use: 'statement',
      jwk: newKey.publicJwk,
      validFrom: clock.now(),
    });
    expect((await post('/key-introductions', token)).status).toBe(200);
    expect((await fetchList()).sequence).toBe(list.sequence);

    expect((await post('/key-retirements', await retire(id, statement.kid, statement))).json).toMatchObject({
      code: 'key-not-acceptable',
    });
    expect((await post('/key-retirements', await retire(id, statement.kid, newKey))).status).toBe(200);
    expect((await listed(id)).keys.find(({ kid }) => kid === statement.kid)).toMatchObject({ retiredAt: clock.now() });
    clock.advance(1);
    const [again, other] = [await introduce(id, statement, newKey), await introduce(id, await newSigner(), statement)];
    expect((await post('/key-introductions', again)).json).toMatchObject({ code: 'key-not-acceptable' });
    expect((await post('/key-introductions', other)).json).toMatchObject({ code: 'key-not-listed' });
  });

  test.each<[string, (id: ParticipantId) => Promise<string>, string]>([
    ['by a key of another use', async (id) => introduce(id, await newSigner(), message), 'key-not-listed'],
    ['by a stranger', async (id) => introduce(id, await newSigner(), await newSigner()), 'key-not-listed'],
    ["in another's name", async () => introduce('https://one.example', await newSigner(), statement), 'key-not-listed'],
    ['for nobody who is listed', async () => introduce('https://x.example', message, statement), 'issuer-not-listed'],
    [
      'without the proof of the new key',
      async (id) => introduce(id, message, statement, { proof: 'a.b.c' }),
      'token-malformed',
    ],
    ['that is a description', (id) => describeBank(id), 'type-not-expected'],
  ])('refuses a key introduced %s', async (_what, token, code) => {
    const id = 'https://strict.example';
    if ((await listed(id)) !== undefined) clock.advance(1);
    await enrol(await describeBank(id));
    const { keys } = await listed(id);
    expect((await post('/key-introductions', await token(id))).json).toMatchObject({ code });
    expect((await listed(id)).keys).toEqual(keys);
  });

  test('refuses a key introduced by a compromised one, and one that is listed for someone else', async () => {
    const id = 'https://robbed.example';
    await enrol(await describeBank(id));
    const [stolen, victim] = [statement, message];
    await act(id, `keys/${stolen.kid}/compromise`, {});
    expect((await post('/key-introductions', await introduce(id, await newSigner(), stolen))).json).toMatchObject({
      code: 'key-not-listed',
    });
    [message, statement] = [await newSigner(), await newSigner()];
    await enrol(await describeBank('https://thief.example'));
    const claimed = await introduce('https://thief.example', victim, statement);
    expect((await post('/key-introductions', claimed)).json).toMatchObject({ code: 'key-not-acceptable' });
  });

  test('numbers lists without gap or repeat, however many changes come at once', async () => {
    const before = await fetchList();
    const changes = Array.from({ length: 8 }, async (_, n) => {
      const [one, other] = [await newSigner(), await newSigner()];
      const keys = [one, other].map(({ kid, publicJwk: jwk }, at) => ({
        kid,
        use: at === 0 ? 'message' : 'statement',
        jwk,
      }));
      return enrol(await describeBank(`https://many${n}.example`, { keys }, one));
    });
    expect((await Promise.all(changes)).map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect((await fetchList(before)).sequence).toBe(before.sequence + 8);
  });

  test('answers the same from a replica, and after a restart', async () => {
    const before = await fetchList();
    const replica = await startRole(trustRegistryRole, { ...env, PORT: '0' }, { clock });
    const [one, other] = await Promise.all(
      [registry, replica].map(async ({ url }) => (await fetch(`${url}/trust-list`)).text()),
    );
    expect(one).toBe(other);
    expect((await fetchList(before)).participants).toEqual(before.participants);
    await replica.stop();
  });

  test('changes its root: the old one names the new, signs until others know it, and retires', async () => {
    const roots = async () => parseTrustRoots(await readFile(env['TRUST_ROOTS_FILE'] ?? '', 'utf8'));
    const pinned = await roots();
    const own = async () =>
      (await listed('https://registry.example')).keys.map(({ retiredAt }) => (retiredAt ? 'retired' : 'valid'));
    const signedBy = async () => {
      const [header = ''] = (await (await fetch(`${registry.url}/trust-list`)).text()).split('.');
      return JSON.parse(Buffer.from(header, 'base64url').toString()).kid;
    };
    const old = await signedBy();
    const { kid } = await new FileSigningKeyStore(env['KEYS_FOLDER'] ?? '').makeNext('trust-list');
    await vi.waitFor(async () => expect(await own()).toEqual(['valid', 'valid']), 5000);
    await vi.waitFor(async () => expect(await roots()).toHaveLength(2), 5000);
    expect(await signedBy()).toBe(old);
    clock.advance(3601);
    await vi.waitFor(async () => expect(await signedBy()).toBe(kid), 5000);
    const newest = await (await fetch(`${registry.url}/trust-list`)).text();
    expect(await verifyTrustList(newest, { roots: pinned, now: clock.now() })).toMatchObject({
      operator: env['PARTICIPANT_ID'],
    });
    clock.advance(421);
    await vi.waitFor(async () => expect(await own()).toEqual(['retired', 'valid']), 5000);
    await vi.waitFor(async () => expect(await roots()).toHaveLength(1), 5000);
    expect(await fetchList()).toMatchObject({ network: 'A network' });
  });

  test('does not start with a root that others have not pinned', async () => {
    const place = { ...env, KEYS_FOLDER: join(folder.path, 'other-keys') };
    await expect(startRole(trustRegistryRole, place, { clock })).rejects.toThrow(/holds other roots/);
  });
});

test('the tables are what the entities say', async () => {
  const { entities, migrations } = trustRegistryRole;
  const schema = await createTestSchema({ entities, migrations });
  expect(await schemaDrift(schema.dataSource)).toEqual([]);
  await schema.drop();
});
