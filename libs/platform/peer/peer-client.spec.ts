import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestFolder, HandSetClock, SampleNetwork, sampleIds } from '#testing';
import { KeyRing } from '../keys/key-ring.ts';
import type { TrustListCache } from '../trust-list/trust-list-cache.ts';
import { PeerClient } from './peer-client.ts';
import { PeerRefusal, PeerUnavailable } from './peer-errors.ts';

type Answer = (request: IncomingMessage, answer: ServerResponse) => void;

describe('a call to another participant', () => {
  let folder: Awaited<ReturnType<typeof createTestFolder>>;
  let network: SampleNetwork;
  let client: PeerClient;
  let answerWith: Answer;
  const server = createServer((request, answer) => answerWith(request, answer));

  const clientFor = async (NETWORK_IS_LOCAL: boolean) => {
    const keyRing = await KeyRing.open({ folder: `${folder.path}/keys`, uses: ['message'] });
    const settings = { PARTICIPANT_ID: sampleIds.user, NETWORK_IS_LOCAL };
    return new PeerClient(network as unknown as TrustListCache, keyRing, new HandSetClock(), settings);
  };
  beforeAll(async () => {
    folder = await createTestFolder();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
    network = (await SampleNetwork.create()).withParticipant('provider', { endpoints: { 'data-provider': url } });
    client = await clientFor(true);
  });
  afterAll(async () => {
    await client.onApplicationShutdown();
    server.close();
    await folder.remove();
  });

  const send = () => client.send(sampleIds.provider, 'data-provider', '/things', 'a.b.c');
  const answered = async (status: number, headers: Record<string, string>, body = '') => {
    answerWith = (_, answer) => void answer.writeHead(status, headers).end(body);
    return send().catch((error: unknown) => error);
  };
  const json = { 'content-type': 'application/json' };

  test('carries a signed body as it is, to the listed endpoint', async () => {
    let seen: unknown;
    answerWith = (request, answer) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        seen = { method: request.method, url: request.url, type: request.headers['content-type'], body };
        answer.writeHead(201, json).end('{"taken":true}');
      });
    };
    expect(await send()).toEqual({ taken: true });
    expect(seen).toEqual({ method: 'POST', url: '/api/things', type: 'application/jwt', body: 'a.b.c' });
  });

  test('gives a signed answer as text, and nothing as nothing', async () => {
    expect(await answered(200, { 'content-type': 'application/jwt' }, 'x.y.z')).toBe('x.y.z');
    expect(await answered(200, { 'content-type': 'application/consent-handle+jwt' }, 'x.y.z')).toBe('x.y.z');
    expect(await answered(204, {})).toBeUndefined();
  });

  test('gives bytes, with the headers the caller chose', async () => {
    let authorization: string | undefined;
    answerWith = (request, answer) => {
      authorization = request.headers.authorization;
      answer
        .writeHead(200, { 'content-type': 'application/octet-stream', 'X-Part': '3' })
        .end(Buffer.from([1, 2, 255]));
    };
    const call = { method: 'GET', path: '/parts/3', headers: { authorization: 'DPoP t' } } as const;
    const answer = await client.exchange(sampleIds.provider, 'data-provider', call);
    expect([...answer.body]).toEqual([1, 2, 255]);
    expect(answer.headers['x-part']).toBe('3');
    expect(authorization).toBe('DPoP t');
  });

  test('makes a problem a refusal that can be told from others', async () => {
    const problem = { status: 403, code: 'consent-revoked', detail: 'c-1', title: 'No' };
    const error = await answered(
      403,
      { 'content-type': 'application/problem+json', 'retry-after': '7' },
      JSON.stringify(problem),
    );
    expect(error).toBeInstanceOf(PeerRefusal);
    expect(error).toMatchObject({ status: 403, code: 'consent-revoked', detail: 'c-1', retryAfterSeconds: 7 });
    expect((error as PeerRefusal).refusal).toMatchObject({ code: 'consent-revoked' });
  });

  test('does not pass on as its own what was said of its own proof', async () => {
    const error = await answered(401, { 'content-type': 'application/problem+json' }, '{"code":"signature-invalid"}');
    expect(error).toMatchObject({ code: 'signature-invalid', refusal: { code: 'peer-refused' } });
  });

  test('understands the errors of event receivers', async () => {
    const error = await answered(400, json, '{"err":"invalid_key","description":"key-not-listed"}');
    expect(error).toMatchObject({ status: 400, code: 'invalid_key', detail: 'key-not-listed' });
  });

  test.each<[string, number, Record<string, string>, string]>([
    ['a fault', 500, { 'content-type': 'application/problem+json' }, '{"status":500,"incident":"i"}'],
    ['a page of a proxy', 502, { 'content-type': 'text/html' }, '<h1>Bad gateway</h1>'],
    ['an answer that is no JSON', 200, { 'content-type': 'text/html' }, '<p>hello</p>'],
    ['JSON that names a member twice', 200, json, '{"a":1,"a":2}'],
    ['broken JSON', 200, json, '{"a":'],
    ['an endless answer', 200, json, `"${'a'.repeat(1_100_000)}"`],
  ])('takes %s for no answer', async (_, status, headers, body) => {
    expect(await answered(status, headers, body)).toBeInstanceOf(PeerUnavailable);
  });

  test('follows no redirect', async () => {
    const error = await answered(307, { location: 'http://169.254.169.254/' });
    expect(error).toBeInstanceOf(PeerRefusal);
    expect(error).toMatchObject({ status: 307, refusal: { code: 'peer-refused' } });
  });

  test('takes a broken connection for no answer', async () => {
    answerWith = (request) => void request.socket.destroy();
    await expect(send()).rejects.toBeInstanceOf(PeerUnavailable);
  });

  test('goes to nobody who is not listed, active and reachable in that role', async () => {
    const refused = { refusal: { code: 'participant-not-active' } };
    await expect(client.send('https://nobody.example', 'data-provider', '/', 'a')).rejects.toMatchObject(refused);
    await expect(client.send(sampleIds.provider, 'data-user', '/', 'a')).rejects.toMatchObject(refused);
    const list = network;
    network = network.withParticipant('provider', { status: 'suspended' });
    await expect((await clientFor(true)).send(sampleIds.provider, 'data-provider', '/', 'a')).rejects.toMatchObject(
      refused,
    );
    network = list;
  });

  test('goes to no private address unless the network is local', async () => {
    const strict = await clientFor(false);
    await expect(strict.send(sampleIds.provider, 'data-provider', '/', 'a')).rejects.toThrow(PeerUnavailable);
  });
});
