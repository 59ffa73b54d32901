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
  for (const name of names) {
    let port = before[name] ?? from;
    while (taken.has(port) || !(await isFree(port))) {
      port = port === before[name] ? from : port + 1;
      if (port > 65_535) throw new Error(`no port is free from ${from} upwards`);
    }
    taken.add(port);
    ports[name] = port;
  }
  return ports;
}
