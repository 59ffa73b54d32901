import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRefusal } from '#domain';
import { type VerifiedEvent, verifyEvent } from '#protocol';
import type { SampleNetwork } from '#testing';

/** The consent manager and the data user, as far as the provider calls them: they take events and hand out artefacts. */
export class Counterparts {
  /** Verified, in the order of their arrival. */
  readonly events: VerifiedEvent[] = [];
  /** Artefact id -> the event that `GET /consent-artefacts/{id}` answers with. */
  readonly artefacts = new Map<string, string>();
  fetches = 0;
  /** How long the manager takes to hand out an artefact. */
  delayMs = 0;

  private constructor(private readonly server: Server) {}

  static async start(verify: (raw: string) => ReturnType<typeof verifyEvent>): Promise<Counterparts> {
    const server = createServer(async (request, answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const artefact = /\/consent-artefacts\/([\w-]+)$/.exec(request.url ?? '')?.[1];
      if (artefact !== undefined) {
        counterparts.fetches += 1;
        await sleep(counterparts.delayMs);
        const token = counterparts.artefacts.get(artefact);
        if (token === undefined) return void answer.writeHead(404).end();
        return void answer.writeHead(200, { 'content-type': 'application/secevent+jwt' }).end(token);
      }
      const event = await verify(Buffer.concat(chunks).toString());
      if (isRefusal(event)) return void answer.writeHead(400).end();
      counterparts.events.push(event);
      answer.writeHead(202).end();
    });
    const counterparts = new Counterparts(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return counterparts;
  }

  /** Whom the trust list names, with their addresses. */
  describe(network: SampleNetwork) {
    const url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    const { manager, user } = network.members;
    return [
      { ...manager.participant, endpoints: { 'consent-manager': `${url}/manager` } },
      { ...user.participant, endpoints: { 'data-user': `${url}/user` } },
    ];
  }

  heard(type: string, id: string): VerifiedEvent | undefined {
    return this.events.find((event) => event.type === type && Object.values(event.state).includes(id));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
