import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, readlink, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { nameLibraries } from './postgres-binaries.ts';

const folder = join(inject('testFolder'), 'a folder with spaces');

describe('embedded PostgreSQL', { timeout: 60_000 }, () => {
  afterAll(async () => {
    const left = await startEmbeddedPostgres(folder, { fsync: false });
    await left.stop();
  });

  test('starts in a path with a space, keeps its data, and starts again on it', async () => {
    const first = await startEmbeddedPostgres(folder, { fsync: false });
    await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS n');
    await first.stop();
    const second = await startEmbeddedPostgres(folder, { fsync: false });
    expect(await ask(second.url, 'SELECT n FROM kept')).toEqual([{ n: 42 }]);
    await second.stop();
  });

  test('asks for its password, which only its owner can read', async () => {
    const postgres = await startEmbeddedPostgres(folder, { fsync: false });
    const url = new URL(postgres.url);
    url.password = 'wrong';
    await expect(ask(url.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
    expect((await stat(join(folder, 'password'))).mode & 0o777).toBe(0o600);
    await postgres.stop();
  });

  test('is used, not doubled, by a second one who starts it in the same folder', async () => {
    const owner = await startEmbeddedPostgres(folder, { fsync: false });
    const guest = await startEmbeddedPostgres(folder, { fsync: false });
    expect(guest.url).toBe(owner.url);
    await guest.stop();
    expect(await ask(owner.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    await owner.stop();
  });

  test('ends when the process that started it is killed, and starts again', async () => {
    const { child, pid } = await startInProcess();
    child.kill('SIGKILL');
    await once(child, 'exit');
    const again = await startEmbeddedPostgres(folder, { fsync: false });
    expect(await postmasterPid()).not.toBe(pid);
    expect(await ask(again.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    await again.stop();
  });

  test('recovers when server and parent are killed at once', async () => {
    const { child, pid } = await startInProcess();
    process.kill(pid, 'SIGKILL');
    child.kill('SIGKILL');
    const again = await startEmbeddedPostgres(folder, { fsync: false });
    expect(await ask(again.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    await again.stop();
  });

  test('clears the note of a dead server whose pid belongs to something else now', async () => {
    const postgres = await startEmbeddedPostgres(folder, { fsync: false });
    const note = join(folder, 'data', 'postmaster.pid');
    const lines = (await readFile(note, 'utf8')).split('\n');
    await postgres.stop();
    await writeFile(note, [String(process.pid), ...lines.slice(1)].join('\n'));
    const again = await startEmbeddedPostgres(folder, { fsync: false });
    expect(await ask(again.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    await again.stop();
  });

  test('starts over when it was killed while it was first set up', async () => {
    const fresh = join(inject('testFolder'), 'half made');
    await mkdir(join(fresh, 'data.begun', 'base'), { recursive: true });
    const postgres = await startEmbeddedPostgres(fresh, { fsync: false });
    expect(await ask(postgres.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    await postgres.stop();
  });

  test('finds its libraries where the install script of the package did not run', async () => {
    const native = join(inject('testFolder'), 'native');
    await mkdir(join(native, 'lib'), { recursive: true });
    await writeFile(
      join(native, 'pg-symlinks.json'),
      '[{"source":"native/lib/libpq.so.5.18","target":"native/lib/libpq.so.5"}]',
    );
    const libraries = join(inject('testFolder'), 'libraries');
    expect(await nameLibraries(native, libraries)).toBe(libraries);
    expect(await readlink(join(libraries, 'libpq.so.5'))).toBe(join(native, 'lib', 'libpq.so.5.18'));
  });
});

async function startInProcess() {
  const module = new URL('./embedded-postgres.ts', import.meta.url).href;
  const program = `const { startEmbeddedPostgres } = await import(${JSON.stringify(module)});
    await startEmbeddedPostgres(${JSON.stringify(folder)}, { fsync: false });
    console.log('ready'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return { child, pid: await postmasterPid() };
}

async function postmasterPid(): Promise<number> {
  return Number((await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
