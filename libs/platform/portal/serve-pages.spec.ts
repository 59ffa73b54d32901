import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestFolder } from '#testing';
import type { PageSet } from './page-set.ts';
import { servePages } from './serve-pages.ts';

let folder: Awaited<ReturnType<typeof createTestFolder>>;
let server: FastifyInstance;
let served: string[];
const script = `export const n = ${'1'.repeat(5000)};`;

beforeEach(async () => {
  folder = await createTestFolder();
  for (const set of ['role/app', 'role/console']) {
    await mkdir(join(folder.path, set, 'assets'), { recursive: true });
    await writeFile(join(folder.path, set, 'index.html'), `<!doctype html><title>${set}</title>`);
    await writeFile(join(folder.path, set, 'assets', 'main-AbC1.js'), script);
    await writeFile(join(folder.path, set, 'assets', 'main-AbC1.js.br'), brotliCompressSync(script));
  }
  await writeFile(join(folder.path, 'role', 'secret.txt'), 'not for anyone');
  server = fastify();
  const sets: PageSet[] = ['app', 'console', 'absent'].map((name) => ({
    path: `/${name}/` as const,
    folder: `role/${name}`,
  }));
  sets[0] = { path: '/app/', folder: 'role/app', trustedTypes: 'one-policy' };
  served = await servePages(server, sets, folder.path);
});
afterEach(async () => {
  await server.close();
  await folder.remove();
});

const get = (url: string, headers = {}) => server.inject({ url, headers });

describe('pages', () => {
  it('are served where they were built, and left out where they were not', async () => {
    expect(served).toEqual(['/app/', '/console/']);
    expect((await get('/app/')).body).toContain('role/app');
    expect((await get('/console/')).body).toContain('role/console');
    expect((await get('/absent/')).statusCode).toBe(404);
  });

  it('are what a browser is sent to that opens the origin', async () => {
    const answer = await get('/');
    expect([answer.statusCode, answer.headers.location]).toEqual([302, '/app/']);
  });

  it('find out themselves which place of theirs is meant', async () => {
    for (const place of ['/app/requests', '/app/requests/0192-abc?from=mail', '/console/a/b/c']) {
      const answer = await get(place);
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    }
  });

  it('may run no script of others, none inline, and be shown in no frame', async () => {
    const { headers } = await get('/app/');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
    expect(headers['cache-control']).toBe('no-cache');
  });

  it('may make the policy that their set names, and no other set may', async () => {
    const policies = await Promise.all(['/app/', '/console/'].map((path) => get(path)));
    const allowed = policies.map(
      ({ headers }) => /trusted-types (\S+)$/.exec(`${headers['content-security-policy']}`)?.[1],
    );
    expect(allowed).toEqual(['one-policy', "'none'"]);
  });

  it('name their files by content, so that a browser keeps them, and get them compressed', async () => {
    const answer = await get('/app/assets/main-AbC1.js', { 'accept-encoding': 'br' });
    expect(answer.headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'application/javascript; charset=utf-8',
    });
    expect(answer.rawPayload.length).toBeLessThan(script.length / 10);
    expect((await get('/app/assets/main-AbC1.js')).body).toBe(script);
  });

  it.each([
    '/app/assets/main-gone.js',
    '/app/../secret.txt',
    '/app/%2e%2e/secret.txt',
    '/app/..%2fsecret.txt',
    '/app/assets/../../secret.txt',
    '/app/assets/main-AbC1.js.br',
  ])('%s leads nowhere', async (path) => {
    const answer = await get(path);
    expect(answer.statusCode).toBe(404);
    expect(answer.body).not.toContain('not for anyone');
  });
});
