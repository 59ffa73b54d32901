import { SideConnection } from '../database/side-connection.ts';
import { sql } from '../database/statement.ts';

const lock = sql('lock-timer', 'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS yes');
const stay = sql('keep-timer-locks', 'SELECT');

/** A process that has stopped without ending says nothing either: then the server ends its connection, and others go on. */
const SILENT_MS = 5000;
const STAY_MS = 1500;

/**
 * One connection that holds the locks of all timers of a role. Whoever took one keeps it as long as the connection lasts:
 * another replica's timer finds it taken, and asks again each time.
 */
export class TimerLock {
  private readonly connection: SideConnection;
  /** In which opening of the connection each was taken. */
  private readonly taken = new Map<string, number>();
  private staying: NodeJS.Timeout | undefined;

  constructor(
    url: string,
    private readonly schema: string,
  ) {
    const settings = { idle_session_timeout: `${SILENT_MS}` };
    this.connection = new SideConnection({ url, name: `assent ${schema} timers`, schema, settings });
  }

  /** Does `fn` unless it is another replica's to do. */
  async holding(name: string, fn: () => Promise<void>): Promise<void> {
    if (await this.holds(name)) await fn();
  }

  close(): Promise<void> {
    clearInterval(this.staying);
    return this.connection.close();
  }

  private async holds(name: string): Promise<boolean> {
    if (this.taken.get(name) === this.connection.session) return true;
    this.staying ??= setInterval(() => this.connection.ask(stay, []).catch(() => undefined), STAY_MS).unref();
    const [row] = await this.connection.ask<{ yes: boolean }>(lock, [`assent timer ${this.schema} ${name}`]);
    if (row?.yes === true) this.taken.set(name, this.connection.session);
    return row?.yes === true;
  }
}
