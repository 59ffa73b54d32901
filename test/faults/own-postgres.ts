import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#platform';

/** A PostgreSQL of the round's own that can be killed. It writes through to its disk: what it acknowledged is kept. */
export class OwnPostgres {
  private paused: readonly number[] = [];

  private constructor(
    private readonly folder: string,
    private server: EmbeddedPostgres,
  ) {}

  static async start(folder: string): Promise<OwnPostgres> {
    const server = await startEmbeddedPostgres(folder);
    // So that its log never fills a small disk by itself.
    const client = new Client({ connectionString: server.url });
    await client.connect();
    await client.query("ALTER SYSTEM SET min_wal_size = '32MB'");
    await client.query("ALTER SYSTEM SET max_wal_size = '96MB'");
    await client.query('SELECT pg_reload_conf()');
    await client.end();
    return new OwnPostgres(folder, server);
  }

  get url(): string {
    return this.server.url;
  }

  async kill(): Promise<void> {
    const { pid } = this;
    process.kill(pid, 'SIGKILL');
    while (isThere(pid)) await sleep(5);
  }

  /** The server first: it starts no more processes then. */
  pause(): void {
    signal([this.pid], 'SIGSTOP');
    this.paused = [this.pid, ...childrenOf(this.pid)];
    signal(this.paused, 'SIGSTOP');
  }

  goOn(): void {
    signal(this.paused, 'SIGCONT');
    this.paused = [];
  }

  /** On the same port; where it runs, it is left alone. */
  async startAgain(): Promise<void> {
    const { port, stop } = this.server;
    const server = await startEmbeddedPostgres(this.folder, { port });
    this.server = { ...server, stop: async () => void (await Promise.all([server.stop(), stop()])) };
  }

  stop(): Promise<void> {
    this.goOn();
    return this.server.stop();
  }

  private get pid(): number {
    return Number(readFileSync(join(this.folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
  }
}

function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) if (isThere(pid)) process.kill(pid, name);
}

/** As Linux lists them: `pid (name) state parent …`. */
function childrenOf(parent: number): number[] {
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  return pids.filter((pid) => {
    try {
      return Number(/^.*\) \S (\d+) /s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]) === parent;
    } catch {
      return false;
    }
  });
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
