import { type Dispatcher, Pool } from 'undici';
import { v7 as uuidv7 } from 'uuid';
import { toNumericDate } from '#domain';
import { nodeCryptography, type Signer } from '#protocol';
import { HarmDone } from '../inputs/tally.ts';
import type { DrawnCall } from './drawn-calls.ts';
import { type HostileNetwork, isGood } from './hostile-network.ts';
import type { Operation } from './operations.ts';

const PATIENCE_MS = 15_000;

/** After these nobody would be let in any more. */
const endsAll = ['/me/session', '/operator/session', '/operator/keys/rotate'];

interface Heard {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** Sends what was drawn, and judges the answer. */
export class CallSender {
  private readonly pools = new Map<string, Pool>();
  private stranger: Signer | undefined;

  constructor(private readonly net: HostileNetwork) {}

  async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.destroy()));
  }

  async send(call: DrawnCall): Promise<void> {
    const { operation, path, kind } = call;
    const { body, isForged } = await this.bodyOf(call);
    const credentials =
      endsAll.includes(operation.path) && isGood(call.credentials, operation) ? 'made up' : call.credentials;
    const text = typeof body === 'string' ? body : undefined;
    const shown = await this.net.show(credentials, operation, path, text);
    const type = call.type ?? operation.body?.type;
    const headers = {
      ...call.headers,
      ...(type !== undefined && body !== undefined ? { 'content-type': type } : {}),
      ...shown,
    };
    const heard = await this.exchange(operation.member, operation.method, path, headers, body);
    if (heard === undefined) return;
    judge(operation, heard);
    const isTaken = heard.status >= 200 && heard.status < 300;
    const isSpoiled = operation.body?.type === 'application/json' && kind === 'spoiled';
    const isUnknown = operation.security !== 'none' && !isGood(credentials, operation);
    if (isTaken && (isForged || isSpoiled || isUnknown))
      throw new HarmDone('accepted', `${heard.status}: ${heard.text.slice(0, 200)}`);
  }

  /** Any request at all. @returns undefined where it could not be sent as HTTP. @throws HarmDone where no answer came in time */
  async exchange(
    member: string,
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string | Uint8Array,
  ): Promise<Heard | undefined> {
    const patience = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const impatience = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new HarmDone('hangs', `${member}: ${method} ${path} ${JSON.stringify(headers)}`));
        patience.abort();
      }, PATIENCE_MS);
    });
    try {
      const request = {
        method: method as Dispatcher.HttpMethod,
        path,
        headers,
        body: body ?? null,
        signal: patience.signal,
      };
      return await Promise.race([this.answerOf(member, request), impatience]);
    } catch (error) {
      const { code } = error as { code?: string };
      // Not a request that HTTP knows: our own client will not send it.
      if (code === 'UND_ERR_INVALID_ARG' || code === 'UND_ERR_NOT_SUPPORTED') return undefined;
      // A body that is too large, or wanted by nobody, is answered before it has arrived; the connection ends there.
      if (code === 'EPIPE' || code === 'ECONNRESET' || code === 'UND_ERR_SOCKET') return undefined;
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  private async answerOf(member: string, request: Dispatcher.RequestOptions): Promise<Heard> {
    const answer = await this.poolOf(member).request(request);
    const type = String(answer.headers['content-type'] ?? '');
    if (!type.startsWith('text/event-stream'))
      return { status: answer.statusCode, type, text: await answer.body.text() };
    // A stream of events is answered once it is open; it does not end by itself.
    answer.body.on('error', () => undefined).destroy();
    return { status: answer.statusCode, type, text: '' };
  }

  private poolOf(member: string): Pool {
    const pool = this.pools.get(member) ?? new Pool(this.net.url(member), { connections: 16 });
    this.pools.set(member, pool);
    return pool;
  }

  private async bodyOf({
    operation,
    kind,
    value,
    bytes,
    signedBy,
  }: DrawnCall): Promise<{ body?: string | Uint8Array; isForged: boolean }> {
    const { body } = operation;
    if (body === undefined) return kind === 'bytes' ? { body: bytes, isForged: false } : { isForged: false };
    const isSigned = body.type === 'application/jwt';
    if (kind === 'none') return { isForged: isSigned };
    if (!isSigned) return { body: bytes, isForged: false };
    if (kind !== 'fitting' && kind !== 'signed by a stranger')
      return { body: kind === 'unsigned' ? unsigned(value, body.typ) : bytes, isForged: true };
    return {
      body: await this.sign(operation, value, signedBy, kind === 'signed by a stranger'),
      isForged: kind !== 'fitting',
    };
  }

  /** Drawn claims, with those that every message needs put right, under a listed key or a stranger's. */
  private async sign(operation: Operation, value: unknown, signedBy: string, byStranger: boolean): Promise<string> {
    this.stranger ??= await nodeCryptography.createSigner(await nodeCryptography.generateKey());
    const typ = operation.body?.typ ?? 'JWT';
    const speaker = signedBy === operation.member ? 'rival' : signedBy;
    const iat = toNumericDate(this.net.net.clock.now());
    const isStatement = typ === 'secevent+jwt';
    const common = {
      iss: this.net.idOf(speaker),
      aud: this.net.idOf(operation.member),
      iat,
      ...(isStatement ? {} : { exp: iat + 60 }),
      jti: uuidv7(),
    };
    const payload =
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? { ...value, ...common }
        : { ...common, value };
    const listed = this.net.signer(speaker, isStatement ? 'statement' : 'message');
    const signer = byStranger || listed === undefined ? this.stranger : listed;
    const token = await signer.sign({ typ, payload });
    return byStranger && listed !== undefined ? underKey(listed.kid, typ, token) : token;
  }
}

/** As if it were signed with a key that is listed. */
function underKey(kid: string, typ: string, token: string): string {
  const header = Buffer.from(JSON.stringify({ alg: 'ES256', kid, typ })).toString('base64url');
  return `${header}${token.slice(token.indexOf('.'))}`;
}

function unsigned(value: unknown, typ = 'JWT'): string {
  const encode = (part: unknown) => Buffer.from(JSON.stringify(part) ?? 'null').toString('base64url');
  return `${encode({ alg: 'none', typ })}.${encode(value)}.`;
}

/** RFC 8935 has answers of its own to events. */
const isEventError = ({ path }: Operation, { status, type }: Heard) =>
  path === '/events' && status === 400 && type.startsWith('application/json');

/** A refusal is a problem with a code; what is no refusal is a fault. */
export function judge(operation: Operation, heard: Heard): void {
  const { status, type, text } = heard;
  if (status < 400) return;
  const told = `${operation.method} ${operation.path} answered ${status} ${type}: ${text.slice(0, 300)}`;
  if (isEventError(operation, heard)) return;
  const problem = type.startsWith('application/problem+json')
    ? (JSON.parse(text) as { code?: unknown; status?: unknown })
    : {};
  const isProblem = typeof problem.code === 'string' && problem.status === status;
  const isExpected = status < 500 || operation.statuses.includes(String(status));
  if (!isProblem || !isExpected) throw new HarmDone('serverErrors', told);
}
