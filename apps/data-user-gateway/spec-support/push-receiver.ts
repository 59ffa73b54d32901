import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isRefusal } from '#domain';
import {
  type DataPartLine,
  handOverChunkMessage,
  handOverEndMessage,
  handOverEraseMessage,
  type ParticipantDirectory,
  parseCompactToken,
  sha256Base64url,
  type VerificationContext,
  verifyMessage,
} from '#protocol';

interface Held {
  readonly chunks: Map<number, { digest: string; lines: DataPartLine[] }>;
  isWhole: boolean;
  isErased: boolean;
}

/** How a receiver can misbehave. */
export type Mischief = 'redirects' | 'faults' | 'hangs' | 'closes' | 'floods' | 'refuses' | 'dribbles';

/**
 * A receiver as docs/hand-over.md tells to build one: verifies, takes each chunk once, says no to an end that does not
 * fit, erases when told.
 */
export class PushReceiver {
  readonly handOvers = new Map<string, Held>();
  readonly commands: string[] = [];
  /** Answers that got lost after they took effect. */
  losesAnswers = 0;
  mischief: Mischief | undefined;
  /** Reached by following a redirect. */
  strayed = 0;
  private server: Server | undefined;
  url = '';

  constructor(
    private readonly owner: string,
    readonly directory: { participants: ParticipantDirectory | undefined },
    private readonly now: () => string,
  ) {}

  async listen(): Promise<void> {
    this.server = createServer((request, answer) => void this.take(request, answer).catch(() => answer.destroy()));
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hand-over`;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    this.server?.close();
  }

  /** Records of a hand-over, where its end has come. */
  records(id: string): DataPartLine[] {
    const held = this.handOvers.get(id);
    if (held === undefined || !held.isWhole || held.isErased) return [];
    return [...held.chunks].toSorted(([a], [b]) => a - b).flatMap(([, { lines }]) => lines);
  }

  private async take(request: IncomingMessage, answer: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (request.url !== '/hand-over') this.strayed += 1;
    if (this.mischief !== undefined) return misbehave(this.mischief, answer, this.url);
    const status = await this.obey(String(request.headers['hand-over']), Buffer.concat(chunks));
    if (this.losesAnswers > 0) {
      this.losesAnswers -= 1;
      answer.destroy();
      return;
    }
    answer.writeHead(status).end();
  }

  private async obey(token: string, body: Buffer): Promise<number> {
    const context: VerificationContext = {
      audience: this.owner,
      now: this.now(),
      participants: this.directory.participants,
    };
    const typ = ['hand-over-chunk+jwt', 'hand-over-end+jwt', 'hand-over-erase+jwt'].find(
      (known) => !isRefusal(parseCompactToken(token, { typ: known, maxBytes: 16_384 })),
    );
    this.commands.push(typ ?? 'nonsense');
    if (typ === 'hand-over-chunk+jwt') return this.takeChunk(token, body, context);
    if (typ === 'hand-over-end+jwt') return this.takeEnd(token, context);
    const erase = await verifyMessage(handOverEraseMessage, token, context);
    if (isRefusal(erase) || erase.issuer !== this.owner || erase.claims.to !== this.url) return 403;
    this.held(erase.claims.handOverId).isErased = true;
    this.held(erase.claims.handOverId).chunks.clear();
    return 204;
  }

  private async takeChunk(token: string, body: Buffer, context: VerificationContext): Promise<number> {
    const chunk = await verifyMessage(handOverChunkMessage, token, context);
    if (isRefusal(chunk) || chunk.issuer !== this.owner || chunk.claims.to !== this.url) return 403;
    const { n, digest, previous, records, handOverId } = chunk.claims;
    const held = this.held(handOverId);
    if (held.isErased) return 410;
    const lines = body.toString().trimEnd().split('\n');
    if (digest !== sha256Base64url(body) || lines.length !== records) return 400;
    if (n > 0 && held.chunks.get(n - 1)?.digest !== previous) return 409;
    const known = held.chunks.get(n);
    if (known !== undefined) return known.digest === digest ? 204 : 409;
    held.chunks.set(n, { digest, lines: lines.map((line) => JSON.parse(line) as DataPartLine) });
    return 204;
  }

  private async takeEnd(token: string, context: VerificationContext): Promise<number> {
    const end = await verifyMessage(handOverEndMessage, token, context);
    if (isRefusal(end) || end.issuer !== this.owner || end.claims.to !== this.url) return 403;
    const held = this.held(end.claims.handOverId);
    const counted = [...held.chunks.values()].reduce((sum, { lines }) => sum + lines.length, 0);
    const said = end.claims.records.reduce((sum, { records }) => sum + records, 0);
    const last = held.chunks.get(end.claims.chunks - 1)?.digest;
    if (held.chunks.size !== end.claims.chunks || counted !== said || last !== end.claims.last) return 409;
    held.isWhole = true;
    return 204;
  }

  private held(id: string): Held {
    const held = this.handOvers.get(id) ?? { chunks: new Map(), isWhole: false, isErased: false };
    this.handOvers.set(id, held);
    return held;
  }
}

function misbehave(mischief: Mischief, answer: ServerResponse, url: string): void {
  switch (mischief) {
    case 'redirects':
      return void answer.writeHead(307, { location: `${url}/elsewhere` }).end();
    case 'faults':
      return void answer.writeHead(500).end('secret words of a stack trace');
    case 'refuses':
      return void answer.writeHead(403, { 'retry-after': '7' }).end();
    case 'closes':
      answer.writeHead(200, { 'content-length': '100' });
      return void answer.write('half', () => answer.destroy());
    case 'floods':
      return void answer.writeHead(200).end(Buffer.alloc(1_048_576));
    case 'dribbles':
      answer.writeHead(200);
      return void setInterval(() => answer.write('.'), 50).unref();
    case 'hangs':
      return;
  }
}
