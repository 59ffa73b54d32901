import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { type AccessSeen, type CallSeen, callerOf, readAccess, readEvent, readTokenLeft } from './call-seen.ts';

/** What becomes of every call of one caller. */
export type Cut = 'refuse' | 'reset' | 'swallow' | 'delay';

const delayMs = 400;
const unanswered = 0;

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Buffer;
}

/** One call, as it is told from others before it is passed on. */
export interface CallHeard {
  readonly caller: string;
  readonly method: string;
  readonly path: string;
}

/** What is done to one call. */
export interface Meddling {
  readonly isDeaf?: boolean;
  readonly delayMs?: number;
  /** What the caller gets in place of the answer; undefined where it gets none. */
  readonly change?: (answer: Answer) => Answer | undefined;
  /** Half of the answer comes, and the connection breaks. */
  readonly isTorn?: boolean;
}

/** Stands on a role's public address and passes each call on, unless it is to break; and sees what went through. */
export class Wire {
  readonly seen: CallSeen[] = [];
  /** The newest access token of each data session that was seen. */
  readonly tokens = new Map<string, AccessSeen>();
  /** Hears of each event the role has acknowledged, before its sender does. */
  onAcknowledged: (event: CallSeen['event']) => void = () => undefined;
  /** Who is cut off from the role, and how. */
  readonly cuts = new Map<string, Cut>();
  /** Asked about each call beside the cuts. */
  meddle: (call: CallHeard) => Meddling = () => ({});
  private readonly pool: Pool;
  private readonly server: Server;

  private constructor(
    private readonly callee: string,
    port: number,
    private readonly nameOf: ReadonlyMap<string, string>,
    private readonly calleesNow: () => number,
    private readonly unsigned: string,
  ) {
    this.pool = new Pool(`http://127.0.0.1:${port}`, { connections: null, headersTimeout: 0, bodyTimeout: 0 });
    this.server = createServer((request, answer) => {
      this.pass(request, answer).catch(() => request.socket.destroy());
    });
    // A connection breaks where a round says so, not because it was idle.
    this.server.keepAliveTimeout = 0;
  }

  /**
   * @param ports where it listens, and where its role does
   * @param nameOf participant id -> name
   * @param calleesNow what the role's clock says, in milliseconds
   * @param unsigned who calls where no participant signs: a data user's own systems, or the person
   */
  static async start(
    callee: string,
    ports: { readonly open: number; readonly role: number },
    nameOf: ReadonlyMap<string, string>,
    calleesNow: () => number,
    unsigned = callee === 'lender' ? 'systems' : 'person',
  ): Promise<Wire> {
    const wire = new Wire(callee, ports.role, nameOf, calleesNow, unsigned);
    wire.server.listen(ports.open, '127.0.0.1');
    await once(wire.server, 'listening');
    return wire;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await this.pool.destroy();
  }

  private async pass(request: IncomingMessage, reply: ServerResponse): Promise<void> {
    const body = await readAll(request);
    const caller = callerOf(request.headers, body.toString('latin1'), this.nameOf, this.unsigned);
    const { method = 'GET', url: path = '/' } = request;
    const { isDeaf, delayMs: extraMs = 0, change = same, isTorn } = this.meddle({ caller, method, path });
    const before = this.cuts.get(caller);
    if (isDeaf || before === 'refuse') return void request.socket.destroy();
    if (before === 'delay' || extraMs > 0) await sleep(before === 'delay' ? delayMs : extraMs);
    const answer = change(await this.passOn(request, body, caller));
    const after = this.cuts.get(caller);
    if (answer === undefined || after === 'swallow' || after === 'refuse') return void request.socket.destroy();
    reply.writeHead(answer.status, answer.headers);
    if (after !== 'reset' && !isTorn) return void reply.end(answer.body);
    reply.write(answer.body.subarray(0, answer.body.length >> 1));
    await sleep(5);
    request.socket.destroy();
  }

  private async passOn(request: IncomingMessage, body: Buffer, caller: string): Promise<Answer> {
    const { method = 'GET', url: path = '/', headers } = request;
    const sentAt = performance.now();
    const tokenLeft = readTokenLeft(headers, this.calleesNow());
    const { connection: _, 'transfer-encoding': __, expect: ___, ...passed } = headers;
    const access = readAccess(headers);
    if (access !== undefined && !(access.expiry < (this.tokens.get(access.sessionId)?.expiry ?? 0)))
      this.tokens.set(access.sessionId, access);
    const event = path === '/events' ? readEvent(body.toString('latin1')) : undefined;
    const see = (status: number) =>
      this.seen.push({
        ...{ callee: this.callee, caller, method, path, status, sentAt, answeredAt: performance.now() },
        ...{ ...(event && { event }), ...(tokenLeft !== undefined && { tokenLeft }) },
      });
    const call = { method: method as 'GET', path, headers: passed, body };
    const answer = await this.pool.request(call).catch((error: unknown) => {
      see(unanswered);
      throw error;
    });
    if (event !== undefined && answer.statusCode === 202) this.onAcknowledged(event);
    const whole = Buffer.from(await answer.body.arrayBuffer());
    see(answer.statusCode);
    const { connection: ____, 'transfer-encoding': _____, 'keep-alive': ______, ...kept } = answer.headers;
    // Where it says how long it is, half of it is known to be torn.
    return { status: answer.statusCode, headers: { ...kept, 'content-length': `${whole.length}` }, body: whole };
  }
}

const same = (answer: Answer) => answer;

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
