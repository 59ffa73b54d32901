import { Injectable } from '@nestjs/common';
import type { Instant } from '#domain';
import { Database, sql } from '#platform';
import { EmergencyUseStore, type UnwrittenUse } from '../standing-choices/emergency-use-store.ts';

const take = sql(
  'take-emergency-uses',
  `UPDATE standing_choice_uses SET write_at = $2 WHERE handle IN (
     SELECT handle FROM standing_choice_uses WHERE write_at <= $1 ORDER BY write_at LIMIT $3
     FOR NO KEY UPDATE SKIP LOCKED)
   RETURNING handle, principal_id AS "principalId", data_user AS "dataUser", used_at AS "usedAt"`,
);

const markWritten = sql('mark-emergency-written', 'UPDATE standing_choice_uses SET write_at = NULL WHERE handle = $1');

@Injectable()
export class PostgresEmergencyUseStore extends EmergencyUseStore {
  constructor(private readonly database: Database) {
    super();
  }

  take(now: Instant, until: Instant, limit: number): Promise<UnwrittenUse[]> {
    return this.database.read<UnwrittenUse>(take, [now, until, limit]);
  }

  async markWritten(handle: string): Promise<void> {
    await this.database.read(markWritten, [handle]);
  }
}
