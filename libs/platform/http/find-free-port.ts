import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** Roles that start together in one process must not be handed the same port before either listens on it. */
const handedOut = new Set<number>();

/** @returns a port that nothing listened on a moment ago, another one each time */
export async function findFreePort(host = '127.0.0.1'): Promise<number> {
  for (;;) {
    const probe = createServer().listen(0, host);
    await once(probe, 'listening');
    const { port } = probe.address() as AddressInfo;
    probe.close();
    await once(probe, 'close');
    if (handedOut.has(port)) continue;
    handedOut.add(port);
    return port;
  }
}
