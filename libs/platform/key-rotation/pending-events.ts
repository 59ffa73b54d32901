import { Injectable, Logger } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { type Instant, toNumericDate } from '#domain';
import { createId, eventTypeOf, headerOf } from '#protocol';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { sql } from '../database/statement.ts';
import type { Transaction } from '../database/transaction.ts';
import { eventTyp } from '../events/resign-event.ts';
import { type ReissuedStatement, STATEMENT_KEEPERS, type StatementKeeper } from '../events/statement-keeper.ts';
import { KeyRing } from '../keys/key-ring.ts';
import { readOwnStatement, resignCompromised } from '../keys/own-statement.ts';
import type { SigningKey } from '../keys/signing-key-store.ts';

const findSignedWith = sql(
  'find-pending-events-signed-with',
  `SELECT id, token FROM outbox_events WHERE acknowledged_at IS NULL AND starts_with(token, $1) AND id > $2
   ORDER BY id LIMIT 500`,
);
const lockToken = sql(
  'lock-event-token',
  'SELECT FROM outbox_events WHERE id = $1 AND token = $2 AND acknowledged_at IS NULL FOR UPDATE',
);
// What was rejected for its signature is offered again.
const replaceToken = sql(
  'replace-event-token',
  `UPDATE outbox_events SET id = $2, token = $3, next_attempt_at = $4, attempts = 0, rejected_at = NULL,
     dead_at = CASE WHEN rejected_at IS NULL THEN dead_at END
   WHERE id = $1`,
);

type Reissue = Omit<ReissuedStatement, 'about'>;

interface PendingToken {
  readonly id: string;
  readonly token: string;
}

/** Events that nobody would believe any more, as their key has been compromised; also dead ones: they can be polled. */
@Injectable()
export class PendingEvents {
  private readonly logger = new Logger(PendingEvents.name);

  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly clock: Clock,
    private readonly modules: ModuleRef,
  ) {}

  /** Signs them anew with the key that is active now: a revocation still arrives. */
  async signAnew({ kid, jwk }: SigningKey): Promise<void> {
    const header = headerOf({ typ: eventTyp, payload: {} }, kid, jwk);
    const beginning = `${Buffer.from(JSON.stringify(header)).toString('base64url')}.`;
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const found = await this.database.read<PendingToken>(findSignedWith, [beginning, after]);
      for (const pending of found) {
        await this.database.transaction((tx) => this.replace(tx, pending));
        after = pending.id;
      }
      if (found.length < 500) return;
    }
  }

  private async replace(tx: Transaction, { id, token }: PendingToken): Promise<void> {
    const own = await readOwnStatement(token, this.keyRing);
    if (own === undefined || (await tx.query(lockToken, [id, token])).length === 0) return;
    const now = this.clock.now();
    const [[uri, state] = ['', {}]] = Object.entries(own.payload['events'] as Record<string, object>);
    const inner: Reissue[] = [];
    const about = (own.payload['sub_id'] as { id: string } | undefined)?.id ?? '';
    const stated = await this.signInner(state, now, inner);
    const reissued = inner.map((one) => ({ about, ...one }));
    if (!(await this.keep(tx, uri, reissued))) {
      return this.logger.error(`event ${id} is not signed anew: what it carries is not what is kept here`);
    }
    // Whoever had it knows its id, and looks no further. What it carries now has to be looked at.
    const jti = inner.length === 0 ? id : createId(now);
    const payload = { ...own.payload, iat: toNumericDate(now), jti, events: { [uri]: stated } };
    const anew = await this.keyRing.signer('statement').sign({ typ: eventTyp, payload });
    tx.write(replaceToken, [id, jti, anew, now]);
  }

  /** The state with each of our own statements in it that a compromised key had signed. */
  private async signInner(state: unknown, now: Instant, reissued: Reissue[]): Promise<unknown> {
    if (typeof state === 'string') {
      const token = await resignCompromised(state, this.keyRing, now);
      if (token === undefined) return state;
      reissued.push({ was: state, token });
      return token;
    }
    if (typeof state !== 'object' || state === null || Array.isArray(state)) return state;
    const entries = Object.entries(state);
    const signed = await Promise.all(
      entries.map(async ([name, value]) => [name, await this.signInner(value, now, reissued)]),
    );
    return Object.fromEntries(signed);
  }

  private async keep(tx: Transaction, uri: string, reissued: readonly ReissuedStatement[]): Promise<boolean> {
    const type = eventTypeOf(uri);
    for (const keeper of this.keepers().filter((one) => one.type === type)) {
      for (const one of reissued) if (!(await keeper.replace(tx, one))) return false;
    }
    return true;
  }

  /** Nest throws where nobody provides any. */
  private keepers(): StatementKeeper[] {
    try {
      return this.modules.get<unknown, StatementKeeper[]>(STATEMENT_KEEPERS, { strict: false, each: true }).flat();
    } catch {
      return [];
    }
  }
}
