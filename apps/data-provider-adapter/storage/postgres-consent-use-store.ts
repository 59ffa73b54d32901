import { Injectable } from '@nestjs/common';
import type { Instant } from '#domain';
import { sql, type Transaction } from '#platform';
import type { ConsentKey } from '../consent-artefacts/kept-consent.ts';
import { ConsentUseStore } from '../data-sessions/data-session-store.ts';

const count = sql(
  'count-other-uses',
  `SELECT count(*)::integer AS uses FROM consent_uses
   WHERE manager = $1 AND artefact_id = $2 AND data_request_id <> $3 AND requested_at >= $4 AND requested_at < $5`,
);
const record = sql(
  'record-use',
  `INSERT INTO consent_uses (manager, artefact_id, data_request_id, requested_at) VALUES ($1, $2, $3, $4)
   ON CONFLICT DO NOTHING`,
);
const giveBack = sql(
  'give-use-back',
  `DELETE FROM consent_uses WHERE manager = $1 AND artefact_id = $2 AND data_request_id = $3 AND NOT EXISTS (
     SELECT FROM data_sessions s WHERE s.manager = $1 AND s.artefact_id = $2 AND s.data_request_id = $3
     AND (s.state = 'ACTIVE' OR s.served > 0))`,
);

@Injectable()
export class PostgresConsentUseStore extends ConsentUseStore {
  async countOthers(
    tx: Transaction,
    { manager, artefactId }: ConsentKey,
    dataRequestId: string,
    { from, to }: { from: Instant; to: Instant },
  ): Promise<number> {
    const [row] = await tx.query<{ uses: number }>(count, [manager, artefactId, dataRequestId, from, to]);
    return row?.uses ?? 0;
  }

  async record(
    tx: Transaction,
    { manager, artefactId }: ConsentKey,
    dataRequestId: string,
    requestedAt: Instant,
  ): Promise<void> {
    await tx.query(record, [manager, artefactId, dataRequestId, requestedAt]);
  }

  async giveBack(tx: Transaction, { manager, artefactId }: ConsentKey, dataRequestId: string): Promise<void> {
    await tx.query(giveBack, [manager, artefactId, dataRequestId]);
  }
}
