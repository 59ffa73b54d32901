import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { findPorts } from './free-ports.ts';

const from = 18_400 + (process.pid % 1000);
const servers: Server[] = [];

async function occupy(port: number): Promise<void> {
  const server = createServer().listen(port, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
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
});
