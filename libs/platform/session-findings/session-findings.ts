import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { findingWords } from '#domain';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { sql } from '../database/statement.ts';
import type { Transaction } from '../database/transaction.ts';
import type { EventHandler, ReceivedEvent } from '../events/event-handler.ts';
import { logContext } from '../observation/log-context.ts';

const hear = sql(
  'hear-session-finding',
  `INSERT INTO session_findings AS f (session_id, manager, finding, version, heard_at) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (session_id, manager) DO UPDATE
     SET finding = EXCLUDED.finding, version = EXCLUDED.version, heard_at = EXCLUDED.heard_at
     WHERE f.version < EXCLUDED.version
   RETURNING version`,
);
const count = sql(
  'count-unmatched-sessions',
  `SELECT count(*)::int AS count FROM session_findings WHERE finding <> 'agrees'`,
);

/**
 * Hears from consent managers that both sides' words on a data session do not match, and shows it to the operator: a
 * line in the log, a gauge, and the row that stories are told from. Also of a session that is not known here: the other
 * side speaks of it, which is just what the operator should know.
 */
@Injectable()
export class SessionFindings implements EventHandler<'data-session.unmatched'>, OnModuleInit {
  readonly type = 'data-session.unmatched';
  private readonly logger = new Logger(SessionFindings.name);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const observer = logContext.getStore()?.observer;
    observer?.gauge('data_sessions_unmatched', 'Data sessions of which both sides speak differently.', () =>
      this.countUnmatched(),
    );
  }

  async handle(tx: Transaction, { issuer, state }: ReceivedEvent<'data-session.unmatched'>): Promise<void> {
    const { sessionId, finding, version } = state;
    const heard = await tx.query(hear, [sessionId, issuer, finding, version, this.clock.now()]);
    if (heard.length === 0) return;
    const { why, next } = findingWords[finding];
    const line = `data session ${sessionId}, says ${issuer}: ${finding}. ${why}`;
    this.database.afterCommit(tx, () =>
      finding === 'agrees' ? this.logger.log(line) : this.logger.warn(`${line} ${next}`),
    );
  }

  async countUnmatched(): Promise<number> {
    return (await this.database.read<{ count: number }>(count))[0]?.count ?? 0;
  }
}
