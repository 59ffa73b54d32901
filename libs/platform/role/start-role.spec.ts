import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createTestDatabase, createTestFolder, type TestDatabase } from '#testing';
import { SettingsError } from '../settings/parse-settings.ts';
import { PortInUse } from './port-in-use.ts';
import type { RunningRole } from './role.ts';
import { notary } from './role-under-test.ts';
import { startRole } from './start-role.ts';

describe('a role', () => {
  let place: TestDatabase;
  let folder: Awaited<ReturnType<typeof createTestFolder>>;
  let env: Record<string, string>;
  let role: RunningRole;

  beforeAll(async () => {
    place = await createTestDatabase();
    folder = await createTestFolder();
    env = {
      PARTICIPANT_ID: 'https://notary.example',
      PARTICIPANT_NAME: 'Notary',
      PORT: '0',
      DATABASE_URL: place.url,
      KEYS_FOLDER: join(folder.path, 'keys'),
      API_KEY_FILE: join(folder.path, 'own', 'api-key'),
      LOG_FILE: join(folder.path, 'notary.log'),
      REQUEST_TIMEOUT_SECONDS: '1',
      BODY_LIMIT_BYTES: '10000',
      STOP_TIMEOUT_SECONDS: '3',
    };
    role = await startRole(notary, env);
  });

  afterAll(async () => {
    await role.stop();
    await place.drop();
    await folder.remove();
  });

  const post = (path: string, body: string | Uint8Array<ArrayBuffer>, type = 'application/json') =>
    fetch(`${role.url}${path}`, { method: 'POST', body, headers: { 'content-type': type } });
  const log = async () =>
    (await readFile(env['LOG_FILE'] ?? '', 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));

  test('answers, saves, and does jobs', async () => {
    const answer = await post('/notes', '{"text":"first"}');
    expect(answer.status).toBe(201);
    expect(await answer.json()).toEqual({ id: expect.any(Number), note: { text: 'first', tags: [] } });
    await vi.waitFor(async () => {
      expect(await (await fetch(`${role.url}/notes/read?limit=5`)).json()).toEqual({ limit: '5', read: ['first'] });
    });
  });

  test('sends answers that nobody keeps, guesses at or frames', async () => {
    const { headers } = await fetch(`${role.url}/health/live`);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  test('turns a refusal into a problem with code, what to do next, and when', async () => {
    const answer = await post('/notes', '{"text":"refused"}');
    expect(answer.status).toBe(403);
    expect(answer.headers.get('content-type')).toMatch('application/problem+json');
    expect(answer.headers.get('retry-after')).toBe('3');
    expect(await answer.json()).toEqual({
      type: 'urn:assent:refusal:consent-revoked',
      title: 'The consent was revoked',
      status: 403,
      detail: 'c-1',
      code: 'consent-revoked',
      next: 'Ask for a new consent.',
    });
  });

  test('says of a fault only under which id it was logged', async () => {
    const answer = await post('/notes', '{"text":"fault"}');
    expect(answer.status).toBe(500);
    const problem = (await answer.json()) as { incident: string };
    expect(problem).toEqual({
      type: 'about:blank',
      title: 'Internal Server Error',
      status: 500,
      incident: expect.any(String),
    });
    expect(await log()).toContainEqual(
      expect.objectContaining({
        level: 'error',
        role: 'notary',
        incident: problem.incident,
        requestId: answer.headers.get('x-request-id'),
      }),
    );
  });

  test.each([
    ['a field of the wrong form', '/notes', '{"text":7}', 'application/json', 400, 'schema-mismatch'],
    ['an unknown field', '/notes', '{"text":"a","colour":"red"}', 'application/json', 400, 'schema-mismatch'],
    ['no body', '/notes', '', 'application/json', 400, 'schema-mismatch'],
    ['broken JSON', '/notes', '{"text":', 'application/json', 400, 'not-strict-json'],
    ['a member named twice', '/notes', '{"text":"a","text":"b"}', 'application/json', 400, 'not-strict-json'],
    ['a prototype', '/notes', '{"text":"a","__proto__":{}}', 'application/json', 400, 'not-strict-json'],
    [
      'bytes that are not UTF-8',
      '/notes',
      new Uint8Array([0x22, 0xff, 0x22]),
      'application/json',
      400,
      'not-strict-json',
    ],
    ['another media type', '/notes', 'text=a', 'application/x-www-form-urlencoded', 415, 'media-type-not-supported'],
    ['plain text', '/notes', 'a', 'text/plain', 415, 'media-type-not-supported'],
    ['a body too large', '/notes', `{"text":"${'a'.repeat(11_000)}"}`, 'application/json', 413, 'body-too-large'],
    [
      'a body too large for this endpoint',
      '/notes/signed',
      'a'.repeat(2_100),
      'application/jwt',
      413,
      'body-too-large',
    ],
    ['an unknown address', '/nothing', '{}', 'application/json', 404, 'not-found'],
  ])('answers %s with one clear problem', async (_, path, body, type, status, code) => {
    const answer = await post(path, body, type);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toMatch('application/problem+json');
    expect(await answer.json()).toMatchObject({ code, status });
  });

  test('names what does not fit, not what stands there', async () => {
    const answer = (await (await post('/notes', '{"text":"a secret that is too long","tags":[7]}')).json()) as {
      detail: string;
    };
    expect(answer.detail).toBe('text, tags.0');
  });

  test.each([
    ['an address that is not well-formed', '/notes/%zz', 400, 'request-malformed'],
    ['an id that cannot be one', '/notes/7', 404, 'not-found'],
    ['an id of excessive length', `/notes/${'a'.repeat(500)}`, 404, 'not-found'],
    ['a query that does not fit', '/notes/read?limit=many', 400, 'schema-mismatch'],
    ['an unknown query', '/notes/read?colour=red', 400, 'schema-mismatch'],
  ])('answers %s with one clear problem', async (_, path, status, code) => {
    const answer = await fetch(`${role.url}${path}`);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ code });
  });

  test.each(['application/jwt', 'application/note+jwt', 'Application/Secevent+JWT; charset=utf-8'])(
    'hands a signed message (%s) on as it was signed',
    async (type) => {
      expect(await (await post('/notes/signed', 'a.b.c\n', type)).json()).toEqual({ kind: 'string', raw: 'a.b.c' });
    },
  );

  test('answers what is not HTTP, and headers without end', async () => {
    expect(await speak('nonsense\r\n\r\n')).toMatch(/^HTTP\/1.1 400 .*request-malformed/s);
    expect(await speak(`GET / HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 431 .*headers-too-large/s,
    );
  });

  test('does not wait for a request that never ends', async () => {
    const begun = Date.now();
    const head = 'POST /notes HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{"te';
    expect(await speak(head)).toMatch(/^HTTP\/1.1 408 .*request-too-slow/s);
    expect(Date.now() - begun).toBeLessThan(5_000);
  });

  test('breaks the connection where an answer breaks off', async () => {
    await expect(fetch(`${role.url}/notes/torn`).then((answer) => answer.text())).rejects.toThrow();
  });

  test('lets in own systems by the key it made, and no one else', async () => {
    const file = env['API_KEY_FILE'] ?? '';
    const key = (await readFile(file, 'utf8')).trim();
    const knock = (authorization?: string) =>
      fetch(`${role.url}/notes/secret`, { headers: authorization === undefined ? {} : { authorization } });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await (await knock(`Bearer ${key}`)).json()).toEqual({ open: true });
    for (const wrong of [undefined, 'Bearer', `Bearer ${key}x`, `Bearer ${key.slice(1)}`, `Basic ${key}`, key]) {
      const answer = await knock(wrong);
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
      expect(await answer.json()).toMatchObject({ code: 'api-key-invalid' });
    }
  });

  test('is live, and ready once its database answers', async () => {
    expect(await (await fetch(`${role.url}/health/live`)).json()).toEqual({ live: true });
    const ready = await fetch(`${role.url}/health/ready`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({ ready: true, checks: { database: true, running: true } });
  });

  test('refuses settings that do not fit, all at once', async () => {
    await expect(startRole(notary, { PORT: 'x' })).rejects.toThrow(SettingsError);
  });

  test('names the port and the setting where the port is taken', async () => {
    const { port } = new URL(role.url);
    const failing = startRole(notary, { ...env, PORT: port });
    await expect(failing).rejects.toThrow(PortInUse);
    await expect(failing).rejects.toThrow(new RegExp(`Port ${port} .* set PORT`));
  });

  test('starts twice over one database', async () => {
    const replica = await startRole(notary, env);
    expect((await fetch(`${replica.url}/health/ready`)).status).toBe(200);
    await replica.stop();
    const warned = (await log()).filter(({ level, context }) => level === 'warn' && context.startsWith('DataSource'));
    expect(warned).toEqual([]);
  });

  test('works jobs off without listening, and listens without working them off', async () => {
    const jobs = await startRole(notary, { ...env, RUN: 'jobs', DATABASE_SCHEMA: 'apart' });
    const http = await startRole(notary, { ...env, RUN: 'http', DATABASE_SCHEMA: 'apart' });
    expect(jobs.url).toBe('');
    await fetch(`${http.url}/notes`, {
      method: 'POST',
      body: '{"text":"apart"}',
      headers: { 'content-type': 'application/json' },
    });
    await vi.waitFor(async () => {
      const { rows } = await ask(place.url, 'SELECT count(*)::int AS n FROM apart_queue.job');
      expect(rows).toEqual([{ n: 0 }]);
    });
    expect(await (await fetch(`${http.url}/notes/read`)).json()).toEqual({ read: [] });
    await Promise.all([jobs.stop(), http.stop()]);
  });

  test('stops once, answers what is under way, and leaves no connection behind', async () => {
    const another = await startRole(notary, { ...env, DATABASE_SCHEMA: 'leaving' });
    const answered = fetch(`${another.url}/health/ready`);
    await Promise.all([answered, another.stop(), another.stop()]);
    await another.stop();
    await expect(fetch(`${another.url}/health/live`)).rejects.toThrow();
    await vi.waitFor(async () => {
      const { rows } = await ask(
        place.url,
        "SELECT application_name FROM pg_stat_activity WHERE application_name LIKE 'assent leaving%'",
      );
      expect(rows).toEqual([]);
    });
  });

  async function speak(text: string): Promise<string> {
    const { port, hostname } = new URL(role.url);
    const socket = connect(Number(port), hostname);
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', () => undefined);
    socket.write(text);
    await once(socket, 'close');
    return Buffer.concat(chunks).toString();
  }
});

async function ask(url: string, statement: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}
