import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { fastifyCookie } from '@fastify/cookie';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type { Logger } from 'pino';
import { refuse } from '#domain';
import { logContext } from '../observation/log-context.ts';
import type { ObservedAct, Observer } from '../observation/observer.ts';
import type { RoleSettings } from '../settings/role-settings.ts';
import { BODY_LIMIT, type BodyLimitConfig } from './body-limit.ts';
import { addBodyParsers } from './body-parsers.ts';
import { describeRefusal, findRefusal, PROBLEM_TYPE } from './problem.ts';

export type HttpSettings = Pick<RoleSettings, 'BODY_LIMIT_BYTES' | 'REQUEST_TIMEOUT_SECONDS' | 'TRUSTED_PROXY_COUNT'>;

/** Answers are for the one who asked; none is a page that loads anything. A controller may say otherwise. */
const headers = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

const MOST_HEADER_BYTES = 16_384;
const HEADERS_TIMEOUT_MS = 10_000;
const MOST_ID_LENGTH = 400;

/** @param observer absent where nobody watches */
export function createHttpAdapter(settings: HttpSettings, log: Logger, observer?: Observer): FastifyAdapter {
  const requestTimeout = settings.REQUEST_TIMEOUT_SECONDS * 1000;
  const adapter = new FastifyAdapter({
    bodyLimit: settings.BODY_LIMIT_BYTES,
    requestTimeout,
    // A connection on which nothing moves: longer than the slowest answer may take.
    connectionTimeout: requestTimeout * 2 + 10_000,
    http: {
      maxHeaderSize: MOST_HEADER_BYTES,
      headersTimeout: Math.min(HEADERS_TIMEOUT_MS, requestTimeout),
      connectionsCheckingInterval: 2_000,
    },
    forceCloseConnections: 'idle',
    // What stands in X-Forwarded-For before the entries of our own proxies is whatever the caller wrote.
    trustProxy: settings.TRUSTED_PROXY_COUNT > 0 && ((_address, hop) => hop < settings.TRUSTED_PROXY_COUNT),
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: MOST_ID_LENGTH },
    frameworkErrors: (error: FastifyError, _request: FastifyRequest, reply: FastifyReply) => {
      const { refusal } = findRefusal(error) ?? { refusal: refuse('request-malformed') };
      const problem = describeRefusal(refusal);
      void reply.status(problem.status).headers(headers).type(PROBLEM_TYPE).send(JSON.stringify(problem));
    },
    clientErrorHandler: answerBrokenRequest,
  });
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  addBodyParsers(fastify);
  // Whoever needs a cookie asks for it: most calls are not from browsers.
  fastify.register(fastifyCookie, { hook: false });
  fastify.addHook('onRoute', applyBodyLimit);
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers).header('x-request-id', request.id);
    const act = observer && beginAnswer(observer, request);
    logContext.run({ log, requestId: request.id, observer, act }, done);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    acts.get(request)?.end(String(reply.statusCode), reply.statusCode >= 500);
    if (log.isLevelEnabled('debug')) {
      const { method, routeOptions } = request;
      log.debug(
        {
          requestId: request.id,
          method,
          route: routeOptions.url,
          status: reply.statusCode,
          ms: Math.round(reply.elapsedTime),
        },
        'answered',
      );
    }
    done();
  });
  return adapter;
}

const acts = new WeakMap<FastifyRequest, ObservedAct>();

function beginAnswer(observer: Observer, request: FastifyRequest): ObservedAct {
  const { method, routeOptions, headers } = request;
  const parent = headers['traceparent'];
  // What leads nowhere is one name: callers must not be able to make up more of them.
  const name = `${method} ${routeOptions.url ?? 'nowhere'}`;
  const act = observer.begin('answer', name, typeof parent === 'string' ? parent : undefined);
  acts.set(request, act);
  return act;
}

function applyBodyLimit(route: RouteOptions): void {
  const limit = (route.config as BodyLimitConfig | undefined)?.[BODY_LIMIT];
  if (limit !== undefined) route.bodyLimit = limit;
}

const brokenRequests: Record<string, 'headers-too-large' | 'request-too-slow'> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-too-slow',
};

/** What was sent is not HTTP, or does not end: there is no request to answer, only a connection. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const problem = describeRefusal(refuse(brokenRequests[error.code ?? ''] ?? 'request-malformed'));
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${problem.title}`,
    `content-type: ${PROBLEM_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
