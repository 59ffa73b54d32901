import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

/** One address for several replicas: each call goes to the next of them, whoever makes it. */
export interface RoundRobin {
  /** How many calls each replica has been given, in the order of their ports. */
  readonly calls: readonly number[];
  stop(): Promise<void>;
}

/** @param ports of the replicas, on this machine; one that takes no connection is passed over */
export async function startRoundRobin(port: number, ports: readonly number[]): Promise<RoundRobin> {
  const agent = new Agent({ keepAlive: true });
  const calls = ports.map(() => 0);
  let next = 0;

  // Where it is passed on is this call's own: others that come meanwhile must not lead it to the same one again.
  function pass(call: IncomingMessage, answer: ServerResponse, first: number, passedOver = 0): void {
    const index = (first + passedOver) % ports.length;
    const { method, url, headers } = call;
    const passed = request({ host: '127.0.0.1', port: ports[index], agent, method, path: url, headers });
    passed.on('socket', (socket) => {
      const begin = () => {
        calls[index] = (calls[index] ?? 0) + 1;
        call.pipe(passed);
      };
      if (socket.connecting) socket.once('connect', begin);
      else begin();
    });
    passed.on('response', (got) => {
      answer.writeHead(got.statusCode ?? 502, got.rawHeaders);
      got.pipe(answer);
      got.on('error', () => answer.destroy());
    });
    passed.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' && passedOver + 1 < ports.length)
        return pass(call, answer, first, passedOver + 1);
      // A caller whose replica died in the middle of an answer finds its connection broken, as it would without us.
      if (answer.headersSent || error.code !== 'ECONNREFUSED') answer.destroy();
      else answer.writeHead(502).end();
    });
    answer.on('close', () => passed.destroy());
  }

  const server = createServer((call, answer) => pass(call, answer, next++));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    calls,
    async stop() {
      server.closeAllConnections();
      server.close();
      agent.destroy();
      await once(server, 'close');
    },
  };
}
