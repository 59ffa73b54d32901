import { createHmac } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { type Instant, type ParticipantId, RefusedError, refuse, toInstant, toMilliseconds } from '#domain';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { sql } from '../database/statement.ts';
import { type RoleSettings, SETTINGS } from '../settings/role-settings.ts';
import { CallerWindow } from './caller-window.ts';

const WINDOW_MS = 60_000;
/** Beyond it all callers of this window begin anew: memory has an end. */
const MOST_CALLERS = 100_000;

const reserve = sql(
  'reserve-calls',
  `INSERT INTO call_rates AS known (caller, window_ends_at, taken) VALUES ($1, $2, $3)
   ON CONFLICT (caller, window_ends_at) DO UPDATE SET taken = known.taken + $3 WHERE known.taken < $4
   RETURNING taken`,
);
const forgetEnded = sql('forget-call-rates', 'DELETE FROM call_rates WHERE window_ends_at <= $1');

type Settings = Pick<
  RoleSettings,
  'CALLS_PER_PARTICIPANT_PER_MINUTE' | 'CALLS_PER_CLIENT_ADDRESS_PER_MINUTE' | 'DATABASE_URL'
>;

/**
 * How often a participant may call in a minute, and one address without saying who it is: one bound for all replicas. A
 * process reserves calls by the hundredth of the bound, so that nearly every call is counted in memory alone; by as much
 * may each replica exceed it. Addresses are kept under a keyed digest.
 */
@Injectable()
export class CallRates {
  private readonly logger = new Logger(CallRates.name);
  private callers = new Map<string, CallerWindow>();
  private windowEnd = 0;
  private hasReserved = false;
  /** From where, in this window, as many calls as one may were not who they said. */
  private overdone = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws RefusedError `too-many-requests`, with the seconds to wait */
  countParticipant(participant: ParticipantId): Promise<void> | undefined {
    return this.count(`by ${participant}`, this.settings.CALLS_PER_PARTICIPANT_PER_MINUTE);
  }

  /** @param place as clientPlace makes it. @throws RefusedError `too-many-requests`, with the seconds to wait */
  countAddress(place: string): Promise<void> | undefined {
    return this.count(`from ${place}`, this.settings.CALLS_PER_CLIENT_ADDRESS_PER_MINUTE);
  }

  /**
   * Of a call whose credentials did not hold: as many as it may make without any are let through to be looked at.
   * Counted once it is answered, so that nobody waits for it.
   */
  noteUnproven(place: string): void {
    this.count(`unproven from ${place}`, this.settings.CALLS_PER_CLIENT_ADDRESS_PER_MINUTE)?.catch(() =>
      this.overdone.add(place),
    );
  }

  /**
   * Before credentials are looked at; asks nobody. @param placeOf read only where there is anybody to refuse
   * @throws RefusedError `too-many-requests`, with the seconds to wait
   */
  checkUnproven(placeOf: () => string): void {
    if (this.overdone.size === 0) return;
    const now = toMilliseconds(this.clock.now());
    if (now < this.windowEnd && this.overdone.has(placeOf())) throw tooMany((this.windowEnd - now) / 1000);
  }

  /** @returns undefined where nothing needs to be waited for */
  private count(caller: string, most: number): Promise<void> | undefined {
    const now = toMilliseconds(this.clock.now());
    if (now >= this.windowEnd || this.callers.size > MOST_CALLERS) this.beginWindow(now);
    const window = this.callers.get(caller) ?? new CallerWindow(most, (calls) => this.reserve(caller, calls, most));
    this.callers.set(caller, window);
    const taken = window.take();
    if (taken === true) return undefined;
    return Promise.resolve(taken).then((isTaken) => {
      if (!isTaken) throw tooMany((this.windowEnd - now) / 1000);
    });
  }

  private beginWindow(now: number): void {
    this.callers = new Map();
    this.overdone = new Set();
    this.windowEnd = (Math.floor(now / WINDOW_MS) + 1) * WINDOW_MS;
    if (!this.hasReserved) return;
    this.hasReserved = false;
    this.database
      .read(forgetEnded, [toInstant(now)])
      .catch((error: unknown) => this.logger.warn(error, 'counts of calls that have ended are still there'));
  }

  /** @returns how many of them there were left. Without the database each process counts for itself. */
  private async reserve(caller: string, calls: number, most: number): Promise<number> {
    this.hasReserved = true;
    const end: Instant = toInstant(this.windowEnd);
    try {
      const [row] = await this.database.read<{ taken: number }>(reserve, [this.nameOf(caller), end, calls, most]);
      return row === undefined ? 0 : calls - Math.max(0, row.taken - most);
    } catch (error) {
      this.logger.warn(error, 'calls are counted in this process alone');
      return calls;
    }
  }

  /** The replicas share their database, and its address is a secret. */
  private nameOf(caller: string): string {
    if (caller.startsWith('by ')) return caller;
    return createHmac('sha256', this.settings.DATABASE_URL).update(caller).digest('base64url');
  }
}

function tooMany(seconds: number): RefusedError {
  return new RefusedError(refuse('too-many-requests', 'more than this role takes in a minute'), Math.max(1, seconds));
}
