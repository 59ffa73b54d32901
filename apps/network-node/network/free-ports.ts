import { createServer } from 'node:net';

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
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

/**
 * Where a run of its own looks first: two that start at the same moment must not find the same ports free, nor one take
 * what the other has left for a moment. Blocks of 64, below the ports that outgoing connections are given.
 */
export const firstPortOfRun = (): number => 20_000 + (process.pid % 188) * 64;
