import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { packageRoot } from '../catalogues/package-root.ts';
import { headersOf } from './page-headers.ts';
import type { PageSet } from './page-set.ts';

const built = () => join(packageRoot(), 'dist', 'web-portal');

/**
 * Serves built pages below their paths, and sends a browser that opens the origin to the first of them.
 * What leads to no file is a place inside the pages: they find out themselves.
 *
 * @returns the paths served; a set that was not built is left out
 */
export async function servePages(
  fastify: FastifyInstance,
  sets: readonly PageSet[],
  folder = built(),
): Promise<string[]> {
  const present = sets.filter((set) => existsSync(join(folder, set.folder, 'index.html')));
  // The first set's way to send a file serves them all: whose file it is, the file says.
  const ownerOf = (file: string) => present.find((set) => file.startsWith(join(folder, set.folder, sep)));
  for (const [index, { path, folder: name }] of present.entries()) {
    const root = join(folder, name);
    await fastify.register(fastifyStatic, {
      root,
      prefix: path,
      decorateReply: index === 0,
      // Each file is a route of its own, found at the start: no path of a caller ever reaches the disk.
      wildcard: false,
      index: false,
      globIgnore: ['**/*.br', '**/*.gz'],
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, file) => void reply.headers(headersOf(file, ownerOf(file)?.trustedTypes)),
    });
    const page = (_request: FastifyRequest, reply: FastifyReply) => reply.sendFile('index.html', root);
    fastify.get(path, page);
    fastify.get(`${path}*`, (request, reply) => (isForFile(request) ? reply.callNotFound() : page(request, reply)));
  }
  const [first] = present;
  if (first !== undefined) fastify.get('/', (_request, reply) => reply.redirect(first.path));
  return present.map(({ path }) => path);
}

/** What a page asks for by name, not what a person opens: an old page must hear that its script is gone. */
function isForFile({ url }: FastifyRequest): boolean {
  return /\.[a-z0-9]+$/.test(url.split('?', 1)[0] ?? '');
}
