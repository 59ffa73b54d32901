import { Injectable } from '@nestjs/common';
import type { Instant } from '#domain';
import { Database, sql, type Transaction } from '#platform';
import { type CodesLeft, RecoveryCodeStore } from '../recovery-codes/recovery-code-store.ts';

const count = sql(
  'count-recovery-codes',
  `SELECT count(*) FILTER (WHERE used_at IS NULL) AS left, max(made_at) AS "madeAt" FROM recovery_codes
   WHERE principal_id = $1`,
);

// Whoever makes some at the same time waits: there is one set of them.
const lock = sql('lock-recovery-codes', 'SELECT id FROM principals WHERE id = $1 FOR NO KEY UPDATE');

const remove = sql('remove-recovery-codes', 'DELETE FROM recovery_codes WHERE principal_id = $1');

const add = sql(
  'add-recovery-codes',
  'INSERT INTO recovery_codes (principal_id, code_hash, made_at) SELECT $1, unnest($2::bytea[]), $3',
);

const spend = sql(
  'spend-recovery-code',
  `UPDATE recovery_codes SET used_at = $3 WHERE principal_id = $1 AND code_hash = $2 AND used_at IS NULL
   RETURNING 1 AS one`,
);

@Injectable()
export class PostgresRecoveryCodeStore extends RecoveryCodeStore {
  constructor(private readonly database: Database) {
    super();
  }

  async count(principalId: string): Promise<CodesLeft> {
    const [counted] = await this.database.read<CodesLeft>(count, [principalId]);
    return counted ?? { left: 0, madeAt: null };
  }

  async replace(tx: Transaction, principalId: string, digests: readonly Buffer[], now: Instant): Promise<void> {
    await tx.query(lock, [principalId]);
    tx.write(remove, [principalId]);
    await tx.query(add, [principalId, digests, now]);
  }

  async spend(tx: Transaction, principalId: string, digest: Buffer, now: Instant): Promise<boolean> {
    return (await tx.query(spend, [principalId, digest, now])).length === 1;
  }
}
