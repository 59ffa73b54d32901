import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { findFreePort } from '../http/find-free-port.ts';
import { readOrCreatePrivateFile, readPrivateFile } from '../keys/private-file.ts';
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.ts';
import { findRunningPostmaster, readPostmaster } from './postmaster.ts';
import { findUnprivilegedLauncher, giveFolderTo, type UnprivilegedLauncher } from './unprivileged-launcher.ts';

export interface EmbeddedPostgresOptions {
  /** Where absent, any free one. */
  readonly port?: number;
  /** False trades safety for speed: for tests only. Default true. */
  readonly fsync?: boolean;
  readonly maxConnections?: number;
}

export interface EmbeddedPostgres {
  /** `postgresql://…` of the superuser, with the password: never to be logged. */
  readonly url: string;
  readonly port: number;
  /** Ends the server and waits for it. Leaves a server alone that another process had started. */
  stop(): Promise<void>;
}

const USER = 'assent';
/** Ends the server when the pipe from our process closes: however we die, the kernel closes it. */
const KEEPER = `exec 3<&0
"$@" </dev/null 3<&- &
server=$!
{ read -r _ <&3; kill -INT "$server"; } 2>/dev/null &
keeper=$!
exec 3<&-
wait "$server"; status=$?
kill "$keeper" 2>/dev/null
exit "$status"`;

/**
 * Starts a real PostgreSQL as a child process on 127.0.0.1. Needs nothing but its npm package.
 *
 * @param folder holds the data, the password (0600) and the log; made if absent, kept between runs
 */
export async function startEmbeddedPostgres(
  folder: string,
  options: EmbeddedPostgresOptions = {},
): Promise<EmbeddedPostgres> {
  const home = resolve(folder);
  await mkdir(home, { recursive: true, mode: 0o700 });
  const binaries = await findPostgresBinaries(home);
  const launcher = await findUnprivilegedLauncher(binaries.postgres, home);
  const data = join(home, 'data');
  const passwordFile = join(home, 'password');
  const password = await readOrCreatePrivateFile(passwordFile, async () => randomBytes(24).toString('base64url'));
  await initialise(home, passwordFile, binaries, launcher, options);
  const urlOf = (port: number) => addressOf(port, password);

  const running = await findRunningPostmaster(data);
  if (running) return { url: urlOf(running.port), port: running.port, stop: async () => undefined };

  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await findFreePort());
    const server = await spawnServer(home, data, port, binaries, launcher, options);
    if (await becomesReady(server, data)) {
      return { url: urlOf(port), port, stop: () => stopServer(server) };
    }
    // A port taken meanwhile, or backends of a killed server that are still on their way out.
    if (attempt === 5) throw new Error(`PostgreSQL does not start on port ${port}: see ${join(home, 'postgres.log')}`);
    await sleep(200 * attempt);
  }
}

/** @returns the address of the one that runs from this folder, with the password; undefined where none does */
export async function findEmbeddedPostgres(folder: string): Promise<string | undefined> {
  const home = resolve(folder);
  const [running, password] = await Promise.all([
    readPostmaster(join(home, 'data')),
    readPrivateFile(join(home, 'password')),
  ]);
  return running?.ready === true && password !== undefined ? addressOf(running.port, password) : undefined;
}

const addressOf = (port: number, password: string) => `postgresql://${USER}:${password}@127.0.0.1:${port}/postgres`;

async function initialise(
  home: string,
  passwordFile: string,
  binaries: PostgresBinaries,
  launcher: UnprivilegedLauncher,
  options: EmbeddedPostgresOptions,
): Promise<void> {
  const data = join(home, 'data');
  if (
    await access(data).then(
      () => true,
      () => false,
    )
  )
    return giveFolderTo(launcher.uid, data);
  const begun = join(home, 'data.begun');
  await rm(begun, { recursive: true, force: true });
  await mkdir(begun, { mode: 0o700 });
  await giveFolderTo(launcher.uid, begun);
  const [command = '', ...args] = commandLine(launcher, binaries, binaries.initdb, [
    ...[
      '-D',
      begun,
      '-U',
      USER,
      '--auth=scram-sha-256',
      // Rounds protect passwords that people choose; ours is random, and each connection would go through them.
      '--set=scram_iterations=1',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--no-instructions',
    ],
    // Sorts and compares alike on every machine, whatever locales it has.
    ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ...(options.fsync === false ? ['--no-sync'] : []),
  ]);
  await promisify(execFile)(command, args, { cwd: home });
  await rename(begun, data);
}

async function spawnServer(
  home: string,
  data: string,
  port: number,
  binaries: PostgresBinaries,
  launcher: UnprivilegedLauncher,
  { fsync = true, maxConnections = 300 }: EmbeddedPostgresOptions,
): Promise<ChildProcess> {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: maxConnections,
    log_timezone: 'UTC',
    timezone: 'UTC',
    ...(!fsync && {
      fsync: 'off',
      full_page_writes: 'off',
      synchronous_commit: 'off',
      max_wal_senders: 0,
      wal_level: 'minimal',
    }),
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = commandLine(launcher, binaries, binaries.postgres, ['-D', data, '-p', String(port), ...args]);
  const log = await open(join(home, 'postgres.log'), 'a', 0o600);
  try {
    // Its own session: Ctrl-C at the terminal is for us, and we end the server when the roles are done with it.
    const server = spawn('sh', ['-c', KEEPER, 'sh', ...command], {
      cwd: home,
      detached: true,
      stdio: ['pipe', log.fd, log.fd],
    });
    server.unref();
    (server.stdin as unknown as { unref(): void }).unref();
    await once(server, 'spawn');
    return server;
  } finally {
    await log.close();
  }
}

function commandLine(
  launcher: UnprivilegedLauncher,
  binaries: PostgresBinaries,
  program: string,
  args: string[],
): string[] {
  const environment = ['LC_ALL=C', ...(binaries.libraryFolder ? [`LD_LIBRARY_PATH=${binaries.libraryFolder}`] : [])];
  return [...launcher.prefix, 'env', ...environment, program, ...args];
}

async function becomesReady(server: ChildProcess, data: string): Promise<boolean> {
  const until = Date.now() + 60_000;
  while (server.exitCode === null && server.signalCode === null && Date.now() < until) {
    if ((await readPostmaster(data))?.ready) return true;
    await sleep(10);
  }
  await stopServer(server);
  return false;
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.ref();
  const ended = once(server, 'exit');
  server.stdin?.end();
  await ended;
}
