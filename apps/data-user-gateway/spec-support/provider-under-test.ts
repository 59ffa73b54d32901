import type { FastifyReply, FastifyRequest } from 'fastify';
import { fetch } from 'undici';
import { type AccountOutcome, addSeconds, concludeSession } from '#domain';
import {
  createEvent,
  createMessage,
  type DataManifestFields,
  type DataPartFields,
  type DataPartLine,
  type DataSessionAnswer,
  dataManifestMessage,
  dataPartMessage,
  dataSessionRequestMessage,
  importRecipientKey,
  partContext,
  type RecipientKey,
  sealPart,
  sha256Base64url,
  type VerifiedAccessToken,
  verifyAccessToken,
  verifyDpopProof,
  verifyMessage,
} from '#protocol';
import { held, Refused, StandIn } from './stand-in.ts';

interface SealedPart {
  readonly sealed: Uint8Array;
  readonly statement: string;
}

interface OpenSession {
  readonly access: VerifiedAccessToken;
  readonly requestId: string;
  readonly recipient: RecipientKey;
  readonly parts: SealedPart[];
  readonly digests: string[];
}

/** A data provider as the gateway sees one: what it hands over, and how it misbehaves, is set by the spec. */
export class ProviderUnderTest extends StandIn {
  /** Records of each part. */
  parts: DataPartLine[][] = [];
  outcomes: Record<string, AccountOutcome> = {};
  /** Parts and manifest are there at once; otherwise they come with `finish`. */
  isSlow = false;
  /** Called before a part is handed out: may wait, or throw Refused. */
  beforePart: (n: number) => Promise<void> | void = () => undefined;
  changePart: (part: SealedPart, n: number) => SealedPart | Promise<SealedPart> = (part) => part;
  changeStatement: (fields: DataPartFields) => DataPartFields = (fields) => fields;
  changeManifest: (fields: DataManifestFields) => DataManifestFields = (fields) => fields;

  readonly sessions = new Map<string, OpenSession>();
  readonly asked: number[] = [];
  opened = 0;
  /** The accounts each session was opened for; undefined for all. */
  named: (readonly string[] | undefined)[] = [];
  readonly acknowledged: string[] = [];

  override async listen(): Promise<void> {
    this.server.post('/data-sessions', (request, reply) => this.open(request, reply));
    this.server.get('/data-sessions/:id', async (request) => this.describe(await this.enter(request)));
    this.server.get('/data-sessions/:id/parts/:n', (request, reply) => this.handOut(request, reply));
    this.server.delete('/data-sessions/:id/parts', async (request, reply) => {
      const { access } = await this.enter(request);
      this.acknowledged.push(access.authorization.sessionId);
      return reply.status(204).send();
    });
    await super.listen();
  }

  async tellReady(sessionId: string, gateway: { id: string; url: string }): Promise<number> {
    const options = { signer: this.self.signers.statement, issuer: this.self.id, audience: gateway.id };
    const event = { ...options, now: this.self.now(), type: 'data-session.ready', state: { sessionId } };
    const headers = { 'content-type': 'application/secevent+jwt' };
    const body = await createEvent(event);
    return (await fetch(`${gateway.url}/events`, { method: 'POST', headers, body })).status;
  }

  private async open(request: FastifyRequest, reply: FastifyReply) {
    const access = await this.verifyAccess(request);
    const { claims } = held(await verifyMessage(dataSessionRequestMessage, String(request.body), this.context()));
    if (claims.ath !== access.ath || claims.jkt !== access.jkt) throw new Refused('access-token-invalid');
    const known = this.sessions.get(claims.sessionId);
    if (known !== undefined && known.requestId !== claims.requestId) throw new Refused('session-ended');
    this.opened += 1;
    this.named.push(claims.accounts);
    const recipient = held(await importRecipientKey(claims.recipientKey));
    const session = { access, requestId: claims.requestId, recipient, parts: [], digests: [] };
    this.sessions.set(claims.sessionId, session);
    if (!this.isSlow) for (const lines of this.parts) await this.seal(session, lines);
    const answer = await this.describe(session);
    return reply.status(answer.manifest === undefined ? 202 : 201).send(answer);
  }

  private async seal(session: OpenSession, lines: readonly DataPartLine[]): Promise<void> {
    const { sessionId, artefactDigest } = session.access.authorization;
    const n = session.parts.length;
    const plaintext = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const context = partContext({ sessionId, n, artefactDigest, provider: this.self.id });
    const sealed = await sealPart(session.recipient, context, plaintext);
    const digest = sha256Base64url(sealed);
    const previous = session.digests.at(-1);
    const fields = this.changeStatement({
      ...{ sessionId, n, digest, records: lines.length },
      ...(previous === undefined ? {} : { previous }),
    });
    session.parts.push({ sealed, statement: await createMessage(dataPartMessage, fields, this.signing(session)) });
    session.digests.push(digest);
  }

  /** Everything there is, for a provider that was slow. */
  async finish(sessionId: string): Promise<void> {
    const session = this.sessions.get(sessionId);
    if (session === undefined) throw new Refused('session-unknown');
    for (const lines of this.parts) await this.seal(session, lines);
  }

  private async describe(session: OpenSession): Promise<DataSessionAnswer> {
    const { authorization } = session.access;
    const complete = session.parts.length === this.parts.length;
    const manifest = complete ? { manifest: await this.manifest(session) } : {};
    const state = complete ? 'COMPLETED' : 'ACTIVE';
    const expiresAt = addSeconds(authorization.requestedAt, 86_400);
    return { sessionId: authorization.sessionId, state, parts: session.parts.length, ...manifest, expiresAt };
  }

  private async manifest(session: OpenSession): Promise<string> {
    const { sessionId, dataRequestId } = session.access.authorization;
    const lines = this.parts.flat();
    const names = new Set([...lines.map(({ account }) => account), ...Object.keys(this.outcomes)]);
    const accounts = [...names].map((account) => {
      const own = lines.filter((line) => line.account === account);
      const types = [...new Set(own.map(({ dataType }) => dataType))];
      return {
        ...{ account, outcome: this.outcomes[account] ?? ('DELIVERED' as const) },
        records: types.map((dataType) => ({
          ...{ dataType, schemaDigest: sha256Base64url(dataType), refused: 0 },
          delivered: own.filter((line) => line.dataType === dataType).length,
        })),
      };
    });
    const ended = concludeSession(accounts.map(({ outcome }) => outcome)) as DataManifestFields['state'];
    const fields = { sessionId, dataRequestId, state: ended, accounts, parts: session.digests };
    return createMessage(dataManifestMessage, this.changeManifest(fields), this.signing(session));
  }

  private async handOut(request: FastifyRequest, reply: FastifyReply) {
    const session = await this.enter(request);
    const n = Number((request.params as { n: string }).n);
    this.asked.push(n);
    await this.beforePart(n);
    const part = session.parts[n];
    if (part === undefined) throw new Refused('part-not-ready', 1);
    const { sealed, statement } = await this.changePart(part, n);
    return reply.header('data-part', statement).type('application/octet-stream').send(Buffer.from(sealed));
  }

  private async enter(request: FastifyRequest): Promise<OpenSession> {
    const access = await this.verifyAccess(request);
    const { id } = request.params as { id: string };
    const session = this.sessions.get(id);
    if (session === undefined || access.authorization.sessionId !== id) throw new Refused('session-unknown');
    return session;
  }

  private async verifyAccess({ headers, method, url }: FastifyRequest): Promise<VerifiedAccessToken> {
    const accessToken = (headers.authorization ?? '').replace(/^DPoP /, '');
    const access = held(await verifyAccessToken(accessToken, this.context()));
    const proof = { proof: String(headers['dpop']), method, url: `${this.url}${url}`, accessToken };
    const { jkt } = held(await verifyDpopProof({ ...proof, now: this.self.now() }));
    if (jkt !== access.jkt) throw new Refused('proof-of-possession-invalid');
    return access;
  }

  private signing({ access }: OpenSession) {
    const audience = access.authorization.dataUser;
    return { signer: this.self.signers.statement, issuer: this.self.id, audience, now: this.self.now() };
  }
}
