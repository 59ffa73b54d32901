import type { FastifyReply } from 'fastify';
import { RefusedError, refusalCodes } from '#domain';
import { type SetError, toSetError } from './set-error.ts';

/** RFC 8935, section 2.4: what is wrong with the event itself is answered 400, in its words. */
export async function answerPush(received: Promise<void>, reply: FastifyReply): Promise<SetError | undefined> {
  try {
    await received;
    return undefined;
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    const [status] = refusalCodes[error.refusal.code];
    // What is to be sent again later is no error of the event.
    if (status === 429 || status >= 500) throw error;
    reply.status(400).header('content-language', 'en');
    return toSetError(error.refusal);
  }
}
