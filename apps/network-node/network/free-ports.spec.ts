import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { findPorts, firstPortOfRun } from './free-ports.ts';

const from = 18_400 + (process.pid % 1000);
const servers: Server[] = [];

async function occupy(port: number): Promise<void> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  servers.push(server);
}
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
});

describe('ports', () => {
  it('are the next free ones', async () => {
    await occupy(from + 1);
    expect(await findPorts(['a', 'b'], from)).toEqual({ a: from, b: from + 2 });
  });

  it('stay what they were', async () => {
    expect(await findPorts(['a', 'b'], from, { a: from + 7, b: from + 3 })).toEqual({ a: from + 7, b: from + 3 });
  });

  it('move alone where another has taken one, and take none that a neighbour had', async () => {
    const before = { a: from, b: from + 1, c: from + 2 };
    await occupy(from + 1);
    expect(await findPorts(['a', 'b', 'c'], from, before)).toEqual({ a: from, b: from + 3, c: from + 2 });
  });

  it('of a run of its own lie where no other run looks, as long as it lives', async () => {
    const first = await firstPortOfRun();
    await expect(occupy(first - 1)).rejects.toThrow('EADDRINUSE');
    await occupy(first);
    expect(await firstPortOfRun()).toBe(first);
  });
});
