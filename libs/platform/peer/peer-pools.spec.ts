import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PeerPools } from './peer-pools.ts';

let servers: Server[];
let urls: URL[];
let pools: PeerPools;
let held: ServerResponse | undefined;

beforeEach(async () => {
  servers = [0, 1, 2].map(() =>
    createServer((request, answer) => {
      if (request.url === '/held') held = answer;
      else answer.writeHead(204).end();
    }).listen(0, '127.0.0.1'),
  );
  for (const server of servers) server.keepAliveTimeout = 600_000;
  await Promise.all(servers.map((server) => once(server, 'listening')));
  urls = servers.map((server) => new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`));
  pools = new PeerPools(true, 2);
});
afterEach(async () => {
  await pools.close();
  for (const server of servers) server.close();
});

async function call(n: number, path = '/'): Promise<number> {
  const { statusCode, body } = await pools.poolFor(urls[n] as URL).request({ method: 'GET', path });
  await body.dump();
  return statusCode;
}
const connections = () =>
  Promise.all(
    servers.map((server) => new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)))),
  );

test('only so many counterparts stay connected: the one called longest ago goes first', async () => {
  for (const n of [0, 1, 0, 2]) await call(n);
  await vi.waitFor(async () => expect(await connections()).toEqual([1, 0, 1]));
  expect(await call(1)).toBe(204);
  await vi.waitFor(async () => expect(await connections()).toEqual([0, 1, 1]));
});

test('those who are listed no longer are left, and a call under way is answered first', async () => {
  await call(1);
  const answered = call(0, '/held');
  await vi.waitFor(() => expect(held).toBeDefined());
  pools.keepOnly(new Set());
  await vi.waitFor(async () => expect(await connections()).toEqual([1, 0, 0]));
  held?.writeHead(200).end();
  expect(await answered).toBe(200);
  await vi.waitFor(async () => expect(await connections()).toEqual([0, 0, 0]));
});
