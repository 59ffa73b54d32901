import { createServer, type Server } from 'node:net';

/** @returns undefined where somebody listens on it already */
function listen(port: number): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

async function isFree(port: number): Promise<boolean> {
  const server = await listen(port);
  if (server === undefined) return false;
  await new Promise((resolve) => server.close(resolve));
  return true;
}

/**
 * One free port for each name: the one it had before where that is still free, else the next from `from` upwards.
 *
 * @throws where there is none below 65536
 */
export async function findPorts(
  names: readonly string[],
  from: number,
  before: Readonly<Record<string, number>> = {},
): Promise<Record<string, number>> {
  const taken = new Set<number>();
  const ports: Record<string, number> = {};
  const kept = new Set(Object.values(before));
  for (const name of names) {
    let port = before[name] ?? from;
    let next = from;
    // One that a neighbour had is left to it.
    while (taken.has(port) || (port !== before[name] && kept.has(port)) || !(await isFree(port))) {
      port = next;
      next += 1;
      if (next > 65_535) throw new Error(`no port is free from ${from} upwards`);
    }
    taken.add(port);
    ports[name] = port;
  }
  return ports;
}

/** Below the ports that outgoing connections are given. */
const blocks = { first: 20_000, size: 64, count: 188 };

async function claimBlock(): Promise<number> {
  for (let nth = 0; nth < blocks.count; nth += 1) {
    const guard = blocks.first + ((process.pid + nth) % blocks.count) * blocks.size;
    const server = await listen(guard);
    if (server === undefined) continue;
    server.unref();
    return guard + 1;
  }
  throw new Error(`every block of ports from ${blocks.first} upwards is taken`);
}

let claimed: Promise<number> | undefined;

/**
 * Where a run of its own looks first: two that start at the same moment must not find the same ports free, nor one take
 * what the other has left for a moment. So each process has a block; it listens on the first port as long as it lives.
 */
export function firstPortOfRun(): Promise<number> {
  claimed ??= claimBlock();
  return claimed;
}
