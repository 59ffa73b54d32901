import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { findFreePort } from '#platform';
import { createTestFolder } from '../database/test-folder.ts';

const binary = ['redis-server', 'valkey-server'].find((name) => spawnSync(name, ['--version']).status === 0);

/** Whether a Redis can be started here. Tests without it are skipped under a name that says so. */
export const hasRedis = binary !== undefined;

export interface TestRedis {
  readonly url: string;
  readonly port: number;
  /** Ends it at once, as a power cut would; it keeps nothing. */
  kill(): Promise<void>;
  /** Starts it again on the same port, empty. */
  start(): Promise<void>;
  /** It takes connections and answers nothing, until it goes on. */
  freeze(): void;
  thaw(): void;
  ask(...command: [string, ...string[]]): Promise<unknown>;
  stop(): Promise<void>;
}

/** @param settings of redis.conf, e.g. `{ 'maxmemory-policy': 'allkeys-lru' }` */
export async function startTestRedis(settings: Readonly<Record<string, string>> = {}): Promise<TestRedis> {
  const folder = await createTestFolder();
  const port = await findFreePort('127.0.0.1');
  const all = { port: `${port}`, bind: '127.0.0.1', save: '', appendonly: 'no', ...settings };
  let child: ChildProcess | undefined;
  const ask = async (...command: [string, ...string[]]) => {
    const client = new Redis(port, '127.0.0.1', {
      retryStrategy: () => null,
      lazyConnect: true,
      ...accessOf(settings),
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await client.call(...command);
    } finally {
      client.disconnect();
    }
  };
  const start = async () => {
    const given = Object.entries(all).flatMap(([name, value]) => [`--${name}`, ...value.split(' ')]);
    given.push('--dir', folder.path);
    child = spawn(binary ?? 'redis-server', given, { stdio: 'ignore' });
    for (let tries = 0; ; tries++) {
      try {
        await ask('PING');
        return;
      } catch (error) {
        if (tries > 100 || child.exitCode !== null) throw error;
        await sleep(50);
      }
    }
  };
  const kill = async () => {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  };
  await mkdir(join(folder.path), { recursive: true });
  await start();
  return {
    url: `redis://${settings['requirepass'] ? `:${settings['requirepass']}@` : ''}127.0.0.1:${port}`,
    port,
    kill,
    start,
    ask,
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    async stop() {
      child?.kill('SIGCONT');
      await kill();
      await folder.remove();
    },
  };
}

const accessOf = ({ requirepass }: Readonly<Record<string, string>>) =>
  requirepass === undefined ? {} : { password: requirepass };

/** Three primaries that share the slots. */
export async function startTestRedisCluster(): Promise<{ urls: string[]; nodes: TestRedis[]; stop(): Promise<void> }> {
  const nodes = await Promise.all(
    Array.from({ length: 3 }, () =>
      // A bus port of its own: the usual one, ten thousand higher, may lie beyond the last.
      findFreePort('127.0.0.1').then((bus) =>
        startTestRedis({ 'cluster-enabled': 'yes', 'cluster-port': `${bus}`, 'cluster-node-timeout': '2000' }),
      ),
    ),
  );
  const ranges = [
    [0, 5460],
    [5461, 10_922],
    [10_923, 16_383],
  ] as const;
  for (const [index, node] of nodes.entries()) {
    const [from, to] = ranges[index] ?? [0, 0];
    await node.ask('CLUSTER', 'ADDSLOTSRANGE', `${from}`, `${to}`);
    await node.ask('CLUSTER', 'SET-CONFIG-EPOCH', `${index + 1}`);
  }
  const [first, ...others] = nodes;
  for (const other of others) {
    const bus = `${await other.ask('CONFIG', 'GET', 'cluster-port')}`.split(',')[1] ?? '';
    await first?.ask('CLUSTER', 'MEET', '127.0.0.1', `${other.port}`, bus);
  }
  for (const node of nodes) {
    while (!`${await node.ask('CLUSTER', 'INFO')}`.includes('cluster_state:ok')) await sleep(100);
  }
  return {
    urls: nodes.map(({ url }) => url),
    nodes,
    stop: async () => void (await Promise.all(nodes.map((node) => node.stop()))),
  };
}
