import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findFreePort, packageRoot } from '#platform';
import {
  createTestDatabase,
  createTestFolder,
  hasRedis,
  startTestRedis,
  type TestDatabase,
  type TestRedis,
} from '#testing';
import { type RoundRobin, startRoundRobin } from '../../apps/network-node/journey/round-robin.ts';
import { type ComposeService, hostPath, readCompose, readImageCommand } from '../support/compose.ts';

/** No Docker engine runs where tests run: each service's command and environment are started as processes instead. */
describe.skipIf(!hasRedis)(`containers${hasRedis ? '' : ' (needs redis-server)'}`, () => {
  let folder: Awaited<ReturnType<typeof createTestFolder>>;
  let database: TestDatabase;
  let redis: TestRedis;
  const fronts: RoundRobin[] = [];
  const children: ChildProcess[] = [];
  /** `service:port` -> the port it has here. */
  const ports = new Map<string, number>();

  beforeEach(async () => {
    [folder, database, redis] = await Promise.all([createTestFolder(), createTestDatabase(), startTestRedis()]);
    ports.clear();
    ports.set('redis:6379', redis.port);
  });

  afterEach(async () => {
    for (const child of children.splice(0)) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
    for (const front of fronts.splice(0)) await front.stop();
    await redis.stop();
    await database.drop();
    await folder.remove();
  });

  /** A text of the compose file, with names of containers and their paths as they are here. */
  const translate = (text: string, service: ComposeService): string => {
    const path = text.replace(/(?<![:/\w])\/(var|secrets|etc|make|enrol|front)[\w./-]*/g, (found) =>
      hostPath(found, service, folder.path),
    );
    return path.replace(/(?<=\/\/|=)[a-z0-9.]+:\d+/g, (place) => {
      const [host, port] = place.split(':');
      const here = ports.get(place) ?? ports.get(`node:${port}`);
      return here === undefined ? place : `${host === 'localhost' ? host : '127.0.0.1'}:${here}`;
    });
  };

  const run = (service: ComposeService, more: Record<string, string>, commandLine?: readonly string[]) => {
    for (const volume of service.volumes ?? []) {
      const [source = ''] = volume.split(':');
      if (!source.startsWith('./')) mkdirSync(join(folder.path, source), { recursive: true, mode: 0o700 });
    }
    const image = readImageCommand();
    const [, ...args] = commandLine ?? [
      ...(service.entrypoint ?? image.entrypoint),
      ...(service.command ?? (service.entrypoint === undefined ? image.command : [])),
    ];
    const settings = Object.entries(service.environment ?? {}).map(([name, value]) => [
      name,
      translate(value, service),
    ]);
    // The image has a place for what Node compiled, too.
    const { PATH, NODE_COMPILE_CACHE } = process.env;
    const child = spawn(
      process.execPath,
      args.map((arg) => translate(arg, service)),
      {
        cwd: packageRoot(),
        env: { PATH, NODE_COMPILE_CACHE, ...Object.fromEntries(settings), LOG_LEVEL: 'error', ...more },
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    children.push(child);
    return child;
  };

  const finish = async (child: ChildProcess): Promise<number | null> => {
    const [code] = (await once(child, 'exit')) as [number | null];
    return code;
  };

  const becomesReady = async (port: number): Promise<boolean> => {
    const deadline = Date.now() + 60_000;
    while (Date.now() < deadline) {
      const ready = await fetch(`http://127.0.0.1:${port}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (ready) return true;
      await sleep(100);
    }
    return false;
  };

  const statusOf = (address: string): Promise<number> =>
    fetch(address).then(
      ({ status }) => status,
      () => 0,
    );

  /** `restart: on-failure`: it is tried again until all are up. */
  const enrolAtLast = (enrol: ComposeService) =>
    expect.poll(() => finish(run(enrol, {})), { timeout: 120_000, interval: 500 }).toBe(0);

  /** Secrets are made by their own service; the database behind them is the one that runs here. */
  const makeSecrets = async (services: Readonly<Record<string, ComposeService>>) => {
    const { secrets } = services;
    if (secrets === undefined) throw new Error('no service makes the secrets');
    expect(await finish(run(secrets, {}))).toBe(0);
    const url = join(folder.path, 'secrets', 'database-url');
    const first = await readFile(url, 'utf8');
    expect(first).toMatch(/^postgresql:\/\/assent:[\w-]{32}@postgres:5432\/assent$/);
    expect((await stat(url)).mode & 0o777).toBe(0o600);
    expect(await finish(run(secrets, {}))).toBe(0);
    expect(await readFile(url, 'utf8')).toBe(first);
    await writeFile(url, database.url);
  };

  test('compose.yaml: one node with every role becomes ready, and its health check says so', async () => {
    const services = readCompose('compose.yaml');
    await makeSecrets(services);
    const { node, enrol } = services;
    if (node === undefined || enrol === undefined) throw new Error('services are missing');
    const own: Record<string, string> = { HOST: '127.0.0.1' };
    for (const [name, port] of Object.entries({ REGISTRY: 7400, SAATHI: 7401, BANK: 7402, LENDER: 7403 })) {
      const here = await findFreePort();
      ports.set(`node:${port}`, here);
      own[`${name}__PORT`] = String(here);
    }
    run(node, own);
    const check = node.healthcheck?.test.slice(1) ?? [];
    await expect.poll(() => finish(run(node, {}, check)), { timeout: 60_000, interval: 200 }).toBe(0);
    await enrolAtLast(enrol);
    for (const port of [7400, 7401, 7402, 7403]) expect(await becomesReady(ports.get(`node:${port}`) ?? 0)).toBe(true);
    expect(await finish(run(node, own, ['node', 'dist/apps/network-node/main.js', 'doctor']))).toBe(0);
    // As a browser on this machine opens it, by the address the file says: a passkey can be asked for there.
    const address = translate(node.environment?.['LENDER__PUBLIC_URL'] ?? '', node);
    expect(await statusOf(`${address}/console/`)).toBe(200);
    const asked = await fetch(`${address}/operator/sign-in/options`, {
      method: 'POST',
      headers: { origin: address, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(await asked.json()).toMatchObject({ publicKey: { rpId: 'localhost' } });
  }, 180_000);

  test('compose.network.yaml: two replicas of each role start at once, are enrolled, and become ready', async () => {
    const services = readCompose('compose.network.yaml');
    await makeSecrets(services);
    const roles = Object.entries(services).filter(([, { deploy }]) => deploy !== undefined);
    expect(roles.map(([name]) => name)).toEqual(['registry', 'saathi', 'bank', 'lender']);
    const replicas: { name: string; port: number }[] = [];
    for (const [name, { environment, deploy }] of roles) {
      const place = new URL(environment?.['PUBLIC_URL'] ?? '');
      const front = await findFreePort();
      const behind: number[] = [];
      for (let index = 0; index < (deploy?.replicas ?? 0); index++) behind.push(await findFreePort());
      // By its public name and, as its neighbours in the file may, by that of its service.
      ports.set(place.host, front);
      ports.set(`${name}:${place.port}`, front);
      fronts.push(await startRoundRobin(front, behind));
      replicas.push(...behind.map((port) => ({ name, port })));
    }
    expect(replicas).toHaveLength(8);
    for (const { name, port } of replicas) {
      run(services[name] as ComposeService, { HOST: '127.0.0.1', PORT: String(port) });
    }
    const { enrol } = services;
    if (enrol === undefined) throw new Error('no service enrols');
    await enrolAtLast(enrol);
    for (const { port } of replicas) expect(await becomesReady(port)).toBe(true);

    const { front } = services;
    if (front === undefined) throw new Error('no service leads to the roles');
    const published: number[] = [];
    const ways = await Promise.all(
      (front.command ?? []).map(async (way) => {
        published.push(await findFreePort());
        return way.replace(/^\d+/, String(published.at(-1)));
      }),
    );
    run(front, {}, [...(front.entrypoint ?? []), ...ways]);
    expect(published).toHaveLength(4);
    for (const port of published) {
      await expect.poll(() => statusOf(`http://127.0.0.1:${port}/console/`), { timeout: 20_000 }).toBe(200);
    }
  }, 240_000);
});
