import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { addDuration, type RefusalCode } from '#domain';
import { Clock, Database, sql } from '#platform';

const WRITTEN_EVERY_MS = 5_000;

/** Counts older than 400 days go with what is added. */
const add = sql(
  'add-refusals',
  `WITH forgotten AS (DELETE FROM refusal_days WHERE day < current_date - 400)
   INSERT INTO refusal_days AS known (day, code, refusals)
   SELECT * FROM unnest($1::date[], $2::text[], $3::bigint[])
   ON CONFLICT (day, code) DO UPDATE SET refusals = known.refusals + EXCLUDED.refusals`,
);
const list = sql(
  'list-refusals-by-day',
  `SELECT day::text AS day, code, refusals FROM refusal_days WHERE day >= $1::date ORDER BY day DESC, code`,
);

export interface RefusalDay {
  readonly day: string;
  readonly code: RefusalCode;
  readonly refusals: number;
}

/**
 * Counts refusals in memory and writes them down every few seconds: none costs a statement, and a storm of them no more
 * than a few. What a process had not written when it was killed is not counted.
 */
@Injectable()
export class RefusalCounts implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(RefusalCounts.name);
  private counts = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.write(), WRITTEN_EVERY_MS);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.write();
  }

  note(code: RefusalCode): void {
    const key = `${this.clock.now().slice(0, 10)} ${code}`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  /** What cannot be written now is written with what comes next. */
  async write(): Promise<void> {
    if (this.counts.size === 0) return;
    const counted = this.counts;
    this.counts = new Map();
    const rows = [...counted].map(([key, refusals]) => [...key.split(' '), refusals] as const);
    try {
      await this.database.read(add, [rows.map(([day]) => day), rows.map(([, code]) => code), [...counted.values()]]);
    } catch (error) {
      for (const [key, refusals] of counted) this.counts.set(key, (this.counts.get(key) ?? 0) + refusals);
      this.logger.warn(error, 'refusals are not counted in the database');
    }
  }

  /** Newest first, those of today up to a few seconds ago. */
  list(days: number): Promise<RefusalDay[]> {
    const from = addDuration(this.clock.now(), `P${days - 1}D`, -1).slice(0, 10);
    return this.database.read<RefusalDay>(list, [from]);
  }
}
