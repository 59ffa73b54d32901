import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { addSeconds, orRefuse } from '#domain';
import { printTrustRoots } from '#platform';
import {
  createTrustList,
  nodeCryptography,
  type Participant,
  type Signer,
  verifyParticipantDescription,
} from '#protocol';
import { sampleIds } from './sample-network.ts';

/** A trust registry as small as can be: it signs whatever participants a test lists, and serves that. */
export class SampleRegistry {
  /** What is listed now; `publish` makes a list of it. */
  participants: Participant[] = [];
  /** How often the list was asked for. */
  asked = 0;
  /** Set to be served in place of the list: a forged one, nonsense. */
  forged: string | undefined;
  sequence = 0;
  private token = '';

  private constructor(
    readonly signer: Signer,
    private readonly server: Server,
    readonly rootsFile: string,
    readonly url: string,
  ) {}

  /** @param folder where the file of its root goes */
  static async start(folder: string): Promise<SampleRegistry> {
    const signer = await nodeCryptography.createSigner(await nodeCryptography.generateKey());
    const server = createServer((request, answer) => registry.answer(request, answer));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/trust-list`;
    const registry = new SampleRegistry(signer, server, join(folder, 'trust-roots.jwks.json'), url);
    await writeFile(registry.rootsFile, printTrustRoots([{ operator: sampleIds.registry, jwk: signer.publicJwk }]));
    await registry.publish();
    return registry;
  }

  /** @param changes of the list's own, e.g. `{validSeconds: 2}` */
  async publish(changes: Partial<Parameters<typeof createTrustList>[0]> = {}): Promise<string> {
    this.sequence++;
    this.token = await createTrustList({
      signer: this.signer,
      operator: { id: sampleIds.registry, name: 'The registry' },
      network: 'Sample network',
      sequence: this.sequence,
      now: new Date().toISOString(),
      participants: this.participants,
      ...changes,
    });
    return this.token;
  }

  /** Lists a running role by what it says of itself. */
  async enrol(roleUrl: string): Promise<Participant> {
    const answer = await fetch(`${roleUrl}/participant-description`);
    const description = orRefuse(await verifyParticipantDescription(await answer.text(), nodeCryptography));
    const { id, name, roles, endpoints, dataTypes, describedAt } = description;
    const validFrom = addSeconds(describedAt, -60);
    const keys = description.keys.map((key) => ({ ...key, validFrom }));
    const participant: Participant = { id, name, roles, endpoints, keys, dataTypes, status: 'active' };
    this.participants = [...this.participants.filter((other) => other.id !== id), participant];
    await this.publish();
    return participant;
  }

  async stop(): Promise<void> {
    if (!this.server.listening) return;
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private answer(request: IncomingMessage, answer: ServerResponse): void {
    this.asked++;
    const body = this.forged ?? this.token;
    const etag = `"${body.slice(-20)}"`;
    if (request.headers['if-none-match'] === etag) return void answer.writeHead(304).end();
    answer.writeHead(200, { 'content-type': 'application/jwt', etag }).end(body);
  }
}
