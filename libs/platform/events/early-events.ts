import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { addSeconds, toMilliseconds } from '#domain';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { sql } from '../database/statement.ts';
import { KeyRing } from '../keys/key-ring.ts';
import { NetworkOptions } from '../participant/network-options.ts';
import { JobQueues } from '../queue/job-queues.ts';
import { LONGEST_WAIT_SECONDS } from './event-delivery.ts';
import { resignEvent } from './resign-event.ts';

const LOOK_MS = 5000;
/** So far two replicas may differ without one having been wrong. */
const AHEAD_SECONDS = 10;

/** By the primary key: ids of events begin with when they were made, and in good times none lies ahead. */
const findEarly = sql(
  'find-early-events',
  `SELECT id, token FROM outbox_events
   WHERE id > $1 AND created_at > $2 AND acknowledged_at IS NULL AND dead_at IS NULL ORDER BY id LIMIT 500`,
);
const replaceEarly = sql(
  'replace-early-event',
  `UPDATE outbox_events SET token = $3, created_at = $4, next_attempt_at = $4, attempts = 0
   WHERE id = $1 AND token = $2 AND acknowledged_at IS NULL`,
);
const hastenPostponed = sql(
  'hasten-events-postponed-too-far',
  `UPDATE outbox_events SET next_attempt_at = $1
   WHERE next_attempt_at > $2 AND acknowledged_at IS NULL AND dead_at IS NULL`,
);

/**
 * Events made while our clock was fast. Until the time they claim nobody believes them, and they would wait for it, a
 * withdrawal too: once the clock is right again they are signed anew. Whoever had one knows its id.
 */
@Injectable()
export class EarlyEvents implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly clock: Clock,
    private readonly queues: JobQueues,
    private readonly options: NetworkOptions,
  ) {}

  onModuleInit(): void {
    this.queues.every(`${this.options.role}.sign-early-events`, LOOK_MS, () => this.look());
  }

  private async look(): Promise<void> {
    const now = this.clock.now();
    const ahead = addSeconds(now, AHEAD_SECONDS);
    const firstAhead = uuidv7({ msecs: toMilliseconds(ahead), seq: 0, random: new Uint8Array(16) });
    const found = await this.database.read<{ id: string; token: string }>(findEarly, [firstAhead, ahead]);
    for (const { id, token } of found) {
      const anew = await resignEvent(token, this.keyRing, now);
      if (anew !== undefined) await this.database.read(replaceEarly, [id, token, anew, now]);
    }
    // No event is ever put off for longer: by a right clock.
    await this.database.read(hastenPostponed, [now, addSeconds(now, 2 * LONGEST_WAIT_SECONDS)]);
  }
}
