import { Injectable } from '@nestjs/common';
import { toNumericDate } from '#domain';
import { headerOf } from '#protocol';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { sql } from '../database/statement.ts';
import { KeyRing } from '../keys/key-ring.ts';
import type { SigningKey } from '../keys/signing-key-store.ts';

const typ = 'secevent+jwt';
const findSignedWith = sql(
  'find-pending-events-signed-with',
  `SELECT id, token FROM outbox_events WHERE acknowledged_at IS NULL AND starts_with(token, $1)
   ORDER BY id LIMIT 500`,
);
const replaceToken = sql(
  'replace-event-token',
  `UPDATE outbox_events SET token = $3, next_attempt_at = $4, attempts = 0
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
    const header = headerOf({ typ, payload: {} }, kid, jwk);
    const beginning = `${Buffer.from(JSON.stringify(header)).toString('base64url')}.`;
    for (;;) {
      const found = await this.database.read<{ id: string; token: string }>(findSignedWith, [beginning]);
      for (const { id, token } of found) {
        const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as object;
        const now = this.clock.now();
        const fresh = { ...payload, iat: toNumericDate(now) };
        const anew = await this.keyRing.signer('statement').sign({ typ, payload: fresh });
        await this.database.read(replaceToken, [id, token, anew, now]);
      }
      if (found.length < 500) return;
    }
  }
}
