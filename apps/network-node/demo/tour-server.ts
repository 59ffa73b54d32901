import fastify, { type FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type Instant, isRefusal, RefusedError } from '#domain';
import { checkSameOrigin, servePages } from '#platform';
import { instant } from '#protocol';
import type { TourActs } from './tour-acts.ts';

type Acts = Pick<TourActs, 'status' | 'ask' | 'fetch'>;

/** Where the pages of each part are opened. */
export type TourAddresses = Readonly<
  Record<'person' | 'manager' | 'bank' | 'hospital' | 'lender' | 'clinic' | 'network', string>
>;

const begun = z.strictObject({ since: instant });

/** Serves the page of the tour and what it asks for, on this machine alone. @returns what stops it */
export async function startTour(port: number, acts: Acts, addresses: TourAddresses): Promise<() => Promise<void>> {
  const server = fastify({ bodyLimit: 1024, requestTimeout: 30_000 });
  const own = [`http://localhost:${port}`];
  server.addHook('onRequest', async ({ method, headers }, reply) => {
    // A page of others must not play the lender.
    const { origin, host } = headers;
    const site = headers['sec-fetch-site']?.toString();
    if (host !== `localhost:${port}`) return reply.code(404).send();
    if (method !== 'GET' && checkSameOrigin(own, { origin, host, site, agent: undefined }) !== undefined) {
      return reply.code(403).send();
    }
  });
  addActs(server, acts, addresses);
  await servePages(server, [{ path: '/tour/', folder: 'tour' }]);
  await server.listen({ port, host: '127.0.0.1' });
  return () => server.close();
}

function addActs(server: FastifyInstance, acts: Acts, addresses: TourAddresses): void {
  server.setErrorHandler((error, _request, reply) => {
    const code = error instanceof RefusedError && isRefusal(error.refusal) ? error.refusal.code : 'unknown';
    return reply.code(error instanceof z.ZodError ? 400 : code === 'unknown' ? 500 : 409).send({ code });
  });
  const since = (value: unknown): Instant => begun.parse(value).since;
  server.get('/addresses', () => addresses);
  server.get('/status', ({ query }) => acts.status(since(query)));
  server.post('/acts/ask', async () => {
    await acts.ask();
    return { code: 'ok' };
  });
  server.post('/acts/fetch', async ({ body }) => ({ code: await acts.fetch(since(body)) }));
}
