import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  answering,
  bookingItems as items,
  openService as open,
  readService as read,
  send,
  stopServices,
} from '../spec-support/service-under-test.ts';
import { ofAna } from '../spec-support/statements-under-test.ts';

afterEach(stopServices);

describe('a service that wants a token', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'assent-rest-'));
    await writeFile(join(folder, 'secret'), 's3cret/&\n');
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** Issues t-1, t-2 … and takes only the newest. */
  function guarded(expiresIn: number) {
    const heard = { tokens: 0, refused: 0, grants: [] as string[] };
    const listener: RequestListener = async (request, response) => {
      if (request.url === '/token') {
        let body = '';
        for await (const chunk of request.setEncoding('utf8')) body += chunk;
        heard.grants.push(`${request.headers.authorization} ${body}`);
        heard.tokens += 1;
        return void send(response, { access_token: `t-${heard.tokens}`, token_type: 'Bearer', expires_in: expiresIn });
      }
      if (request.headers.authorization === `Bearer t-${heard.tokens}`) return void send(response, { data: items() });
      heard.refused += 1;
      send(response, {}, 401);
    };
    return { heard, listener };
  }
  const openGuarded = (listener: RequestListener) =>
    open(listener, {}, (url) => ({
      token: { tokenUrl: `${url}/token`, clientId: 'assent', clientSecretFile: join(folder, 'secret'), scope: 'read' },
    }));

  it('is given one for its credentials, and the same until it ends', async () => {
    const { heard, listener } = guarded(3600);
    const source = await openGuarded(listener);
    await Promise.all([read(source), read(source), read(source)]);
    expect(await read(source)).toEqual(ofAna);
    expect(heard.tokens).toBe(1);
    const basic = Buffer.from('assent:s3cret%2F%26').toString('base64');
    expect(heard.grants).toEqual([`Basic ${basic} grant_type=client_credentials&scope=read`]);
  });

  it('is given a new one when it has ended', async () => {
    const { heard, listener } = guarded(0);
    const source = await openGuarded(listener);
    await read(source);
    await read(source);
    expect(heard).toMatchObject({ tokens: 2, refused: 0 });
  });

  it('is given a new one, once, when it refuses the one it has', async () => {
    const { heard, listener } = guarded(3600);
    const source = await openGuarded(listener);
    await read(source);
    heard.tokens += 1;
    expect(await read(source)).toEqual(ofAna);
    expect(heard.refused).toBe(1);
    const always401 = await openGuarded((request, response) => {
      if (request.url === '/token') return listener(request, response);
      heard.refused += 1;
      send(response, {}, 401);
    });
    heard.refused = 0;
    await expect(read(always401)).rejects.toMatchObject({ reason: 'not-authorised', detail: 'HTTP 401' });
    expect(heard.refused).toBe(2);
  });

  it('is not asked where no token can be had', async () => {
    const source = await openGuarded(answering('{"error":"invalid_client"}', 401));
    await expect(read(source)).rejects.toMatchObject({ reason: 'not-authorised', detail: 'token: HTTP 401' });
  });

  it('is given the one in the file, as it is at the time', async () => {
    const seen: unknown[] = [];
    const bearerFile = join(folder, 'bearer');
    const listener: RequestListener = (request, response) => {
      seen.push(request.headers.authorization);
      send(response, { data: [] });
    };
    const source = await open(listener, {}, { token: { bearerFile } });
    await expect(read(source)).rejects.toMatchObject({ reason: 'not-authorised' });
    for (const token of ['one\n', 'two']) {
      await writeFile(bearerFile, token);
      await read(source);
    }
    expect(seen).toEqual(['Bearer one', 'Bearer two']);
  });
});
