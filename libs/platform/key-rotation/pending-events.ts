import { Injectable } from '@nestjs/common';
import { headerOf } from '#protocol';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { sql } from '../database/statement.ts';
import { eventTyp, resignEvent } from '../events/resign-event.ts';
import { KeyRing } from '../keys/key-ring.ts';
import type { SigningKey } from '../keys/signing-key-store.ts';

const findSignedWith = sql(
  'find-pending-events-signed-with',
  `SELECT id, token FROM outbox_events WHERE acknowledged_at IS NULL AND starts_with(token, $1) AND id > $2
   ORDER BY id LIMIT 500`,
);
// What was rejected for its signature is offered again.
const replaceToken = sql(
  'replace-event-token',
  `UPDATE outbox_events SET token = $3, next_attempt_at = $4, attempts = 0, rejected_at = NULL,
     dead_at = CASE WHEN rejected_at IS NULL THEN dead_at END
   WHERE id = $1 AND token = $2 AND acknowledged_at IS NULL`,
);

/** Events that nobody would believe any more, as their key has been compromised; also dead ones: they can be polled. */
@Injectable()
export class PendingEvents {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly clock: Clock,
  ) {}

  /** Signs them anew with the key that is active now: a revocation still arrives. Whoever had one knows its id. */
  async signAnew({ kid, jwk }: SigningKey): Promise<void> {
    const header = headerOf({ typ: eventTyp, payload: {} }, kid, jwk);
    const beginning = `${Buffer.from(JSON.stringify(header)).toString('base64url')}.`;
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const found = await this.database.read<{ id: string; token: string }>(findSignedWith, [beginning, after]);
      for (const { id, token } of found) {
        const now = this.clock.now();
        const anew = await resignEvent(token, this.keyRing, now);
        if (anew !== undefined) await this.database.read(replaceToken, [id, token, anew, now]);
        after = id;
      }
      if (found.length < 500) return;
    }
  }
}
