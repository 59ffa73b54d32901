import { Injectable } from '@nestjs/common';
import type { Instant } from '#domain';
import { Database, sql, type Transaction } from '#platform';
import { type WaitingForChoice, WaitingForChoiceStore } from '../consent-requests/waiting-for-choice-store.ts';

const open = "state = 'PENDING' AND choose_at IS NOT NULL AND choose_at <= ";

const due = sql(
  'requests-waiting-for-choice',
  `SELECT handle, principal_id AS "principalId" FROM consent_requests
   WHERE ${open} $1 AND expires_at > $1 ORDER BY choose_at LIMIT $2`,
);

const take = sql(
  'take-request-for-choice',
  `UPDATE consent_requests SET choose_at = NULL, write_at = $2
   WHERE handle = $1 AND ${open} $2 AND expires_at > $2 RETURNING handle`,
);

const wait = sql('let-request-wait', 'UPDATE consent_requests SET choose_at = $2, write_at = NULL WHERE handle = $1');

const tryAgain = sql(
  'try-request-again',
  `UPDATE consent_requests SET choose_at = $3, write_at = $2 WHERE handle = $1 AND ${open} $2`,
);

@Injectable()
export class PostgresWaitingForChoiceStore extends WaitingForChoiceStore {
  constructor(private readonly database: Database) {
    super();
  }

  due(now: Instant, limit: number): Promise<WaitingForChoice[]> {
    return this.database.read<WaitingForChoice>(due, [now, limit]);
  }

  async take(tx: Transaction, handle: string, now: Instant): Promise<boolean> {
    return (await tx.query(take, [handle, now])).length > 0;
  }

  wait(tx: Transaction, handle: string, until: Instant): void {
    tx.write(wait, [handle, until]);
  }

  async tryAgain(handle: string, now: Instant, at: Instant): Promise<void> {
    await this.database.read(tryAgain, [handle, now, at]);
  }
}
