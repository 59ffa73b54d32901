import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#platform';

/** A PostgreSQL of the round's own that can be killed. It writes through to its disk: what it acknowledged is kept. */
export class OwnPostgres {
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
    const pid = Number(readFileSync(join(this.folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGKILL');
    while (isThere(pid)) await sleep(5);
  }

  /** On the same port; where it runs, it is left alone. */
  async startAgain(): Promise<void> {
    const { port, stop } = this.server;
    const server = await startEmbeddedPostgres(this.folder, { port });
    this.server = { ...server, stop: async () => void (await Promise.all([server.stop(), stop()])) };
  }

  stop(): Promise<void> {
    return this.server.stop();
  }
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
