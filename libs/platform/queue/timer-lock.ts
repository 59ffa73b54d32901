import { SideConnection } from '../database/side-connection.ts';
import { sql } from '../database/statement.ts';

const lock = sql('lock-timer', 'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS yes');
const unlock = sql('unlock-timer', 'SELECT pg_advisory_unlock(hashtextextended($1, 0)) AS yes');

/** One connection that holds the locks of all timers of a role: another replica's timer finds its lock taken. */
export class TimerLock {
  private readonly connection: SideConnection;

  constructor(
    url: string,
    private readonly schema: string,
  ) {
    this.connection = new SideConnection({ url, name: `assent ${schema} timers`, schema });
  }

  /** Does `fn` unless another replica is doing it now. */
  async holding(name: string, fn: () => Promise<void>): Promise<void> {
    const key = `assent timer ${this.schema} ${name}`;
    const [taken] = await this.connection.ask<{ yes: boolean }>(lock, [key]);
    if (taken?.yes !== true) return;
    try {
      await fn();
    } finally {
      // Where the connection was lost, so was the lock.
      await this.connection.ask(unlock, [key]).catch(() => undefined);
    }
  }

  close(): Promise<void> {
    return this.connection.close();
  }
}
