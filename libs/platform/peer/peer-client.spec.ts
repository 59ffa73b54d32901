import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Participant } from '#protocol';
import { createTestFolder, HandSetClock, SampleNetwork, SampleRegistry, sampleIds } from '#testing';
import { KeyRing } from '../keys/key-ring.ts';
import { TrustListCache } from '../trust-list/trust-list-cache.ts';
import { PeerClient } from './peer-client.ts';
import { PeerRefusal, PeerUnavailable } from './peer-errors.ts';

type Answer = (request: IncomingMessage, answer: ServerResponse) => void;

describe('a call to another participant', () => {
  const clock = new HandSetClock(new Date().toISOString());
  const clients: Array<{ onApplicationShutdown(): Promise<void> }> = [];
  let folder: Awaited<ReturnType<typeof createTestFolder>>;
  let registry: SampleRegistry;
  let network: SampleNetwork;
  let client: PeerClient;
  let answerWith: Answer;
  let url: string;
  const server = createServer((request, answer) => answerWith(request, answer));

  const clientFor = async (NETWORK_IS_LOCAL: boolean) => {
    const keyRing = await KeyRing.open({ folder: `${folder.path}/keys`, uses: ['message'] });
    const settings = { PARTICIPANT_ID: sampleIds.user, NETWORK_IS_LOCAL };
    const trustList = new TrustListCache(clock, {
      ...settings,
      NETWORK_IS_LOCAL: true,
      CLOCK_SKEW_SECONDS: 60,
      TRUST_LIST_URL: registry.url,
      TRUST_ROOTS_FILE: registry.rootsFile,
      TRUST_LIST_CACHE_FILE: undefined,
      TRUST_LIST_REFRESH_SECONDS: 300,
    });
    const made = new PeerClient(trustList, keyRing, clock, settings);
    await trustList.onModuleInit();
    await trustList.refresh();
    clients.push(trustList, made);
    return made;
  };
  /** Publishes the provider, changed so. */
  const list = async (change: Partial<Participant> = {}) => {
    network = network.withParticipant('provider', change);
    registry.participants = network.participants;
    await registry.publish();
  };
  const listenAnew = async (onAnswer: Answer) => {
    const other = createServer(onAnswer).listen(0, '127.0.0.1');
    await once(other, 'listening');
    return { other, url: `http://127.0.0.1:${(other.address() as AddressInfo).port}/api` };
  };
  beforeAll(async () => {
    folder = await createTestFolder();
    registry = await SampleRegistry.start(folder.path);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
    network = await SampleNetwork.create();
    await list({ endpoints: { 'data-provider': url } });
    client = await clientFor(true);
  });
  afterAll(async () => {
    for (const each of clients) await each.onApplicationShutdown();
    server.close();
    await registry.stop();
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
    await list({ status: 'suspended' });
    await expect((await clientFor(true)).send(sampleIds.provider, 'data-provider', '/', 'a')).rejects.toMatchObject(
      refused,
    );
    await list({ status: 'active' });
  });

  test('goes to no private address unless the network is local', async () => {
    const strict = await clientFor(false);
    await expect(strict.send(sampleIds.provider, 'data-provider', '/', 'a')).rejects.toThrow(PeerUnavailable);
  });

  describe('where nobody is at the address any more', () => {
    const call = () => client.call(sampleIds.provider, 'data-provider', 'GET', '/things');
    const tokens: string[] = [];
    const taken: Answer = (request, answer) => {
      tokens.push(request.headers.authorization ?? '');
      answer.writeHead(200, json).end('{"taken":true}');
    };
    const deadUrl = async () => {
      const dead = await listenAnew(taken);
      dead.other.close();
      return dead.url;
    };
    /** A client that has heard of `url`, and then nothing more. */
    const clientThatKnows = async (known: string) => {
      await list({ endpoints: { 'data-provider': known } });
      client = await clientFor(true);
    };

    test('goes where a newer list says, with a proof for there', async () => {
      await clientThatKnows(await deadUrl());
      const moved = await listenAnew(taken);
      await list({ endpoints: { 'data-provider': moved.url } });
      expect(await call()).toEqual({ taken: true });
      const payload = JSON.parse(Buffer.from(tokens.at(-1)?.split('.')[1] ?? '', 'base64url').toString());
      expect(payload.htu).toBe(`${moved.url}/things`);
      moved.other.close();
    });

    test('asks the registry once for all who call, and not again for a while', async () => {
      await clientThatKnows(await deadUrl());
      const { asked } = registry;
      const calls = Array.from({ length: 20 }, () => expect(call()).rejects.toBeInstanceOf(PeerUnavailable));
      await Promise.all(calls);
      const begun = performance.now();
      await expect(call()).rejects.toBeInstanceOf(PeerUnavailable);
      expect(performance.now() - begun).toBeLessThan(3500);
      expect(registry.asked).toBe(asked + 1);
    });

    test('goes to nobody whom the newer list no longer names as active', async () => {
      await clientThatKnows(await deadUrl());
      await list({ status: 'suspended', endpoints: { 'data-provider': url } });
      await expect(call()).rejects.toMatchObject({ refusal: { code: 'participant-not-active' } });
      await list({ status: 'active' });
    });

    test('is not repeated where it may have arrived', async () => {
      let calls = 0;
      const torn = await listenAnew((request) => {
        calls += 1;
        request.socket.destroy();
      });
      await clientThatKnows(torn.url);
      await list({ endpoints: { 'data-provider': url } });
      await expect(call()).rejects.toBeInstanceOf(PeerUnavailable);
      expect(calls).toBe(1);
      torn.other.close();
    });
  });

  test('leaves the connections of those whom a newer list no longer names', async () => {
    const left = await listenAnew((_, answer) => void answer.writeHead(204).end());
    left.other.keepAliveTimeout = 600_000;
    const connections = () => new Promise<number>((resolve) => left.other.getConnections((_, count) => resolve(count)));
    await list({ endpoints: { 'data-provider': left.url } });
    const trustful = await clientFor(true);
    await trustful.send(sampleIds.provider, 'data-provider', '/things', 'a.b.c');
    await list({ endpoints: { 'data-provider': url } });
    expect(await connections()).toBe(1);
    await (clients.at(-2) as TrustListCache).refresh();
    await vi.waitFor(async () => expect(await connections()).toBe(0));
    left.other.close();
  });
});
