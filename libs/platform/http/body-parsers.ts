import type { FastifyInstance } from 'fastify';
import { isRefusal, RefusedError } from '#domain';
import { parseStrictJson } from '#protocol';

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json(?:\s*;|$)/i;
const JWT_TYPE = /^application\/(?:[\w.-]+\+)?jwt(?:\s*;|$)/i;

/** Signed messages arrive as they were signed, as text; JSON is read strictly; nothing else is taken. */
export function addBodyParsers(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser<Buffer>(JSON_TYPE, { parseAs: 'buffer' }, (request, body, done) => {
    if (body.length === 0) return done(null, undefined);
    const value = parseStrictJson(body);
    if (isRefusal(value)) return done(new RefusedError(value));
    // Calls are signed over the bytes of their body, whatever it means.
    Object.assign(request, { rawBody: body });
    done(null, value);
  });
  fastify.addContentTypeParser<string>(JWT_TYPE, { parseAs: 'string' }, (_request, body, done) =>
    done(null, body.trim()),
  );
}
