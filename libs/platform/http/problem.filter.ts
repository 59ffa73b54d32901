import { randomUUID } from 'node:crypto';
import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { RefusedError } from '#domain';
import { observeRefusal } from '../observation/observed.ts';
import { challengeFor, describeFault, describeRefusal, findRefusal, PROBLEM_TYPE } from './problem.ts';

/** Turns whatever goes wrong into one answer: a refusal with its code, or a bare fault with the id of its log line. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problems');

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const refused = findRefusal(error);
    if (reply.sent || reply.raw.headersSent) this.breakOff(reply, error);
    else if (refused) this.refuse(reply, refused);
    else this.fail(reply, error);
  }

  private refuse(reply: FastifyReply, { refusal, retryAfterSeconds }: RefusedError): void {
    const problem = describeRefusal(refusal);
    if (retryAfterSeconds !== undefined) reply.header('retry-after', String(Math.max(1, Math.ceil(retryAfterSeconds))));
    if (problem.status === 401) reply.header('www-authenticate', challengeFor(refusal.code));
    observeRefusal(refusal.code);
    this.logger.debug({ code: refusal.code }, 'refused');
    reply.status(problem.status).type(PROBLEM_TYPE).send(JSON.stringify(problem));
  }

  private fail(reply: FastifyReply, error: unknown): void {
    const incident = randomUUID();
    this.logger.error(
      { incident, err: error instanceof Error ? error : new Error(`thrown: ${typeof error}`) },
      'fault',
    );
    reply
      .status(500)
      .type(PROBLEM_TYPE)
      .send(JSON.stringify(describeFault(incident)));
  }

  /** The answer had begun: closing the connection is the only way left to say that it is not whole. */
  private breakOff(reply: FastifyReply, error: unknown): void {
    this.logger.error({ err: error instanceof Error ? error : undefined }, 'an answer broke off');
    reply.raw.destroy();
  }
}
