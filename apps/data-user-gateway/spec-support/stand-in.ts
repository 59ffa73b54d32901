import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { isRefusal, type ParticipantId, type ParticipantRole, type RefusalCode, refusalCodes } from '#domain';
import { type ParticipantDirectory, type Signer, type VerificationContext, verifyCallToken } from '#protocol';

/** Who a stand-in is, and whom it knows. */
export interface StandInIdentity {
  readonly id: ParticipantId;
  readonly signers: { readonly message: Signer; readonly statement: Signer; readonly 'access-token': Signer };
  readonly participants: ParticipantDirectory;
  readonly now: () => string;
}

/** A "no" on its way to becoming a problem answer. */
export class Refused extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly retryAfterSeconds?: number,
  ) {
    super(code);
  }
}

export function held<T>(result: T): Exclude<T, { readonly refused: true }> {
  if (isRefusal(result)) throw new Refused(result.code);
  return result as Exclude<T, { readonly refused: true }>;
}

/** A small server that speaks the signed protocol: a counterpart of the gateway in its specs. */
export abstract class StandIn {
  readonly server: FastifyInstance = Fastify({ bodyLimit: 4_194_304, forceCloseConnections: true });
  url = '';

  constructor(readonly self: StandInIdentity) {
    this.server.removeAllContentTypeParsers();
    this.server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    this.server.setErrorHandler((error: Error, _request, reply) => this.answerProblem(error, reply));
  }

  async listen(): Promise<void> {
    this.url = await this.server.listen({ port: 0, host: '127.0.0.1' });
  }

  async stop(): Promise<void> {
    await this.server.close();
  }

  context(): VerificationContext {
    return { audience: this.self.id, now: this.self.now(), participants: this.self.participants };
  }

  async verifyCall(request: FastifyRequest, roles: readonly ParticipantRole[]): Promise<ParticipantId> {
    const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
    const body = typeof request.body === 'string' ? { body: request.body } : {};
    const call = { token, method: request.method, url: `${this.url}${request.url}`, ...body };
    return held(await verifyCallToken(call, roles, this.context())).issuer;
  }

  private answerProblem(error: Error, reply: FastifyReply): void {
    if (!(error instanceof Refused)) return void reply.status(500).send({ detail: error.message });
    const [status, title] = refusalCodes[error.code];
    if (error.retryAfterSeconds !== undefined) reply.header('retry-after', String(error.retryAfterSeconds));
    reply.status(status).type('application/problem+json');
    reply.send(
      JSON.stringify({ type: `urn:assent:refusal:${error.code}`, title, status, detail: '', code: error.code }),
    );
  }
}
