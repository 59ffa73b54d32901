import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { v7 as uuidv7 } from 'uuid';
import { addSeconds, isRefusal, type ParticipantRole } from '#domain';
import { type Participant, type VerifiedEvent, verifyEvent } from '#protocol';

/** What the verifier of this stand-in knows. */
export type Context = () => Parameters<typeof verifyEvent>[2];

export interface OfferedAccount {
  readonly linkId: string;
  readonly label: string;
  readonly dataTypes: string[];
}

/** The data providers and data users of a test, as far as the manager calls them: all at one address, told apart by path. */
export class Counterparts {
  /** Verified, in the order of their arrival, with whom they reached. */
  readonly events: (VerifiedEvent & { readonly to: string })[] = [];
  /** By provider: what a confirmed search finds. */
  readonly accounts = new Map<string, OfferedAccount[]>();
  /** Paths of calls other than events. */
  readonly calls: string[] = [];
  /** Set to fail every call. */
  down = false;

  private constructor(private readonly server: Server) {}

  static async start(context: Context): Promise<Counterparts> {
    const server = createServer(async (request, answer) => {
      const [status, body] = await counterparts.answer(request, context).catch((error: unknown) => [500, { error }]);
      answer.writeHead(Number(status), { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
    const counterparts = new Counterparts(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return counterparts;
  }

  /** The participant, reached here. */
  place(participant: Participant, role: ParticipantRole): Participant {
    const { port } = this.server.address() as AddressInfo;
    const name = new URL(participant.id).hostname;
    return { ...participant, roles: [role], endpoints: { [role]: `http://127.0.0.1:${port}/${name}` } };
  }

  told(to: string, type: string): VerifiedEvent[] {
    return this.events.filter((event) => event.to === to && event.type === type);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async answer(request: IncomingMessage, context: Context): Promise<[number, object]> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const [, who = '', ...rest] = (request.url ?? '').split('/');
    if (this.down) return [503, { code: 'provider-unavailable' }];
    if (rest[0] === 'events') return this.hear(body, `https://${who}`, context);
    this.calls.push(`${request.method} ${rest.join('/')}`);
    if (request.method === 'DELETE') return [204, {}];
    if (rest[1] === 'discover') {
      return [202, { linkRequestId: uuidv7(), expiresAt: addSeconds(context().now, 600) }];
    }
    const { code } = JSON.parse(Buffer.from(body.split('.')[1] ?? '', 'base64url').toString());
    if (code !== '123456') return [403, { code: 'code-wrong-or-expired', detail: '' }];
    return [200, { links: this.accounts.get(`https://${who}`) ?? [] }];
  }

  private async hear(body: string, to: string, context: Context): Promise<[number, object]> {
    const event = await verifyEvent(body, ['consent-manager'], { ...context(), audience: to });
    if (isRefusal(event)) return [400, event];
    this.events.push({ ...event, to });
    return [202, {}];
  }
}
