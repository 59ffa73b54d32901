import { randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CommandFailure } from '../terminal/command-failure.ts';
import type { SandboxActs } from './sandbox-acts.ts';
import type { SandboxControl } from './sandbox-place.ts';

const mostBytes = 65_536;

// biome-ignore lint/suspicious/noExplicitAny: from our own command line, which has read it; each act looks at what it is given
type Given = any;

type Acts = Readonly<Record<string, (given: Given) => unknown>>;

/** Lets the commands of other terminals act on the sandbox: on this machine, by the token of its folder. */
export class ControlServer {
  private constructor(
    private readonly server: Server,
    readonly control: SandboxControl,
  ) {}

  /** @param onStop the sandbox is asked to end */
  static async start(acts: SandboxActs, onStop: () => void): Promise<ControlServer> {
    const [id, token] = [randomBytes(9).toString('base64url'), randomBytes(24).toString('base64url')];
    const can: Acts = {
      state: () => acts.state(),
      fault: ({ fault }) => acts.setFault(fault),
      heal: ({ who }) => acts.heal(who),
      clock: ({ byMs, only }) => acts.moveClocks(byMs, only),
      join: ({ name, address }) => acts.join(name, address),
      calls: ({ who, after }) => acts.calls(who, after),
      stop: () => onStop(),
    };
    const server = createServer(async (request, reply) => {
      const { status, body } = await answer(request, token, can);
      reply.writeHead(status, { 'content-type': 'application/json' });
      reply.end(JSON.stringify({ sandbox: id, ...body }));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new ControlServer(server, { id, token, port: (server.address() as AddressInfo).port });
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeIdleConnections();
  }
}

async function answer(request: IncomingMessage, token: string, can: Acts): Promise<{ status: number; body: object }> {
  if (!isToken(request.headers.authorization, token)) return { status: 401, body: { code: 'not-allowed' } };
  const name = (request.url ?? '').slice(1);
  const act = Object.hasOwn(can, name) ? can[name] : undefined;
  if (act === undefined || request.method !== 'POST') return { status: 404, body: { code: 'not-found' } };
  try {
    return { status: 200, body: { result: await act(JSON.parse(await readBody(request))) } };
  } catch (error) {
    const code = error instanceof CommandFailure ? error.code : 'fault';
    return { status: 400, body: { code, message: error instanceof Error ? error.message : String(error) } };
  }
}

function isToken(given: string | undefined, token: string): boolean {
  const [one, other] = [Buffer.from(`${given}`), Buffer.from(`Bearer ${token}`)];
  return one.length === other.length && timingSafeEqual(one, other);
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += chunk;
    if (text.length > mostBytes) throw new CommandFailure('usage', 'that is more than any act needs');
  }
  return text === '' ? '{}' : text;
}
