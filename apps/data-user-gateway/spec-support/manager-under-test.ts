import type { FastifyReply, FastifyRequest } from 'fastify';
import { fetch } from 'undici';
import { v7 as uuidv7 } from 'uuid';
import { addSeconds, type ConsentTerms, type RefusalCode } from '#domain';
import {
  type CommandClaims,
  type ConsentArtefactFields,
  type ConsentRequestFields,
  consentArtefactMessage,
  consentHandleMessage,
  consentRequestMessage,
  createAccessToken,
  createEvent,
  createMessage,
  type DataRequestAnswer,
  type DataRequestFields,
  dataRequestMessage,
  digestOfCanonical,
  type EventState,
  type EventTypeName,
  sha256Base64url,
  type VerifiedEvent,
  verifyEvent,
  verifyMessage,
} from '#protocol';
import { held, Refused, StandIn } from './stand-in.ts';

type Asked<P> = CommandClaims & P;

/** A consent manager as the gateway sees one: it keeps the promises of the wire, and has no person behind it. */
export class ManagerUnderTest extends StandIn {
  readonly asks: { readonly handle: string; readonly ask: Asked<ConsentRequestFields> }[] = [];
  /** By requestId: a retry gets the recorded answer. */
  readonly uses = new Map<string, DataRequestAnswer>();
  readonly dataAsks: Asked<DataRequestFields>[] = [];
  readonly events: VerifiedEvent[] = [];
  renewals = 0;
  /** Sessions of which what failed was asked for once more. */
  readonly retried: string[] = [];

  providers: readonly string[] = [];
  gateway = { id: '', url: '' };
  tokenSeconds = 120;
  /** As many answers to data requests get lost after they took effect. */
  losesAnswers = 0;
  /** Takes no events. */
  isDeaf = false;
  refusesData: RefusalCode | undefined;
  refusesRenewal: RefusalCode | undefined;
  private readonly sessions = new Map<string, { provider: string; asked: Asked<DataRequestFields>; useId: string }>();

  override async listen(): Promise<void> {
    this.server.post('/consent-requests', (request, reply) => this.takeAsk(String(request.body), reply));
    this.server.post('/data-requests', (request, reply) => this.takeDataRequest(request, reply));
    this.server.post('/data-sessions/:id/token', (request) => this.renew(request));
    this.server.post('/data-sessions/:id/retry', (request, reply) => this.retry(request, reply));
    this.server.post('/events', async (request, reply) => {
      if (this.isDeaf) return reply.status(503).send();
      this.events.push(held(await verifyEvent(String(request.body), ['data-user'], this.context())));
      return reply.status(202).send();
    });
    await super.listen();
  }

  /** @returns how many uses were spent */
  get usesSpent(): number {
    return this.uses.size;
  }

  eventsOf<T extends EventTypeName>(type: T): EventState<T>[] {
    return this.events.filter((event) => event.type === type).map(({ state }) => state as unknown as EventState<T>);
  }

  async artefact(handle: string, terms: ConsentTerms, more: Partial<ConsentArtefactFields> = {}): Promise<string> {
    const now = this.self.now();
    const fields: ConsentArtefactFields = {
      ...{ artefactId: uuidv7(), for: 'data-user', dataUser: this.gateway.id, principal: sha256Base64url('asha') },
      ...{ terms: terms as ConsentArtefactFields['terms'], noticeDigest: sha256Base64url('notice') },
      noticeLanguage: 'en',
      approval: { method: 'one-time-code', approvedAt: now, evidenceDigest: sha256Base64url('evidence') },
      ...{ handle, narrowedFrom: [] },
      ...more,
    };
    return createMessage(consentArtefactMessage, fields, this.signing('statement'));
  }

  /** @returns the status of the answer */
  async tell<T extends EventTypeName>(type: T, state: EventState<T>): Promise<number> {
    const { signers, id } = this.self;
    const options = { signer: signers.statement, issuer: id, audience: this.gateway.id, now: this.self.now() };
    const body = await createEvent({ ...options, type, state });
    const headers = { 'content-type': 'application/secevent+jwt' };
    return (await fetch(`${this.gateway.url}/events`, { method: 'POST', headers, body })).status;
  }

  /** Grants what was asked under a handle, or these terms in its place. @returns the consent's id and the status */
  async approve(handle: string, terms?: ConsentTerms, more: Partial<ConsentArtefactFields> = {}) {
    const asked = this.asks.find((ask) => ask.handle === handle)?.ask.terms;
    if (asked === undefined) throw new Error('no such handle');
    const artefactId = uuidv7();
    const artefact = await this.artefact(handle, terms ?? (asked as ConsentTerms), { artefactId, ...more });
    const status = await this.tell('consent-artefact.issued', { artefactId, state: 'ACTIVE', version: 1, artefact });
    return { consentId: artefactId, status };
  }

  private async takeAsk(raw: string, reply: FastifyReply) {
    const { claims: ask } = held(await verifyMessage(consentRequestMessage, raw, this.context()));
    const known = this.asks.find((other) => other.ask.requestId === ask.requestId);
    const handle = known?.handle ?? uuidv7();
    if (known === undefined) this.asks.push({ handle, ask });
    const fields = {
      ...{ handle, requestId: ask.requestId, termsDigest: digestOfCanonical(ask.terms) },
      ...{ expiresAt: addSeconds(this.self.now(), 3600), approvalUrl: `https://consent.example/r/${handle}` },
    };
    const token = await createMessage(consentHandleMessage, fields, this.signing('statement'));
    return reply.status(201).type('application/jwt').send(token);
  }

  private async takeDataRequest(request: FastifyRequest, reply: FastifyReply) {
    const { claims } = held(await verifyMessage(dataRequestMessage, String(request.body), this.context()));
    this.dataAsks.push(claims);
    if (this.refusesData !== undefined) throw new Refused(this.refusesData);
    const answer = this.uses.get(claims.requestId) ?? (await this.authorise(claims));
    this.uses.set(claims.requestId, answer);
    if (this.losesAnswers > 0) {
      this.losesAnswers -= 1;
      request.raw.socket.destroy();
      return reply.hijack();
    }
    return reply.status(201).send(answer);
  }

  private async authorise(asked: Asked<DataRequestFields>): Promise<DataRequestAnswer> {
    const useId = uuidv7();
    const sessions = this.providers.map(async (provider) => {
      const sessionId = uuidv7();
      this.sessions.set(sessionId, { provider, asked, useId });
      return { sessionId, dataProvider: provider, ...(await this.token(sessionId)) };
    });
    return { dataRequestId: useId, requestedAt: this.self.now(), sessions: await Promise.all(sessions) };
  }

  private async renew(request: FastifyRequest) {
    await this.verifyCall(request, ['data-user']);
    if (this.refusesRenewal !== undefined) throw new Refused(this.refusesRenewal);
    this.renewals += 1;
    return this.token((request.params as { id: string }).id);
  }

  private async retry(request: FastifyRequest, reply: FastifyReply) {
    await this.verifyCall(request, ['data-user']);
    if (this.refusesRenewal !== undefined) throw new Refused(this.refusesRenewal);
    const { id } = request.params as { id: string };
    const session = this.sessions.get(id);
    if (session === undefined) throw new Refused('session-unknown');
    this.retried.push(id);
    const sessionId = uuidv7();
    this.sessions.set(sessionId, session);
    return reply.status(201).send({ sessionId, dataProvider: session.provider, ...(await this.token(sessionId)) });
  }

  private async token(sessionId: string) {
    const session = this.sessions.get(sessionId);
    if (session === undefined) throw new Refused('session-unknown');
    const { provider, asked, useId } = session;
    const now = this.self.now();
    const accessToken = await createAccessToken({
      ...{ signer: this.self.signers['access-token'], issuer: this.self.id, audience: provider, jkt: asked.jkt, now },
      lifeSeconds: this.tokenSeconds,
      authorization: {
        ...{ type: 'urn:assent:data-session', sessionId, artefactId: uuidv7(), artefactDigest: sha256Base64url(useId) },
        ...{ dataRequestId: useId, requestedAt: now, dataUser: asked.iss },
        ...{ dataTypes: asked.dataTypes, dataRange: asked.dataRange },
      },
    });
    return { accessToken, expiresAt: addSeconds(now, this.tokenSeconds) };
  }

  private signing(use: 'statement') {
    return {
      ...{ signer: this.self.signers[use], issuer: this.self.id, audience: this.gateway.id },
      now: this.self.now(),
    };
  }
}
