import { Injectable } from '@nestjs/common';
import type { Instant } from '#domain';
import { Database, sql } from '#platform';
import {
  type PartSummary,
  type PartsWanted,
  type ReadablePart,
  ReceivedPartStore,
} from '../received-records/received-part-store.ts';

const summarise = sql(
  'summarise-parts',
  'SELECT n, digest, counts FROM received_parts WHERE session_id = $1 ORDER BY n',
);
const findNext = sql(
  'find-next-part',
  `SELECT p.session_id AS "sessionId", p.n, p.consent_id AS "consentId", p.digest, p.counts, p.ciphertext,
     s.received_at AS "receivedAt"
   FROM received_parts p JOIN data_sessions s ON s.id = p.session_id
   WHERE p.consent_id = $1 AND (p.session_id, p.n) >= ($2::uuid, $3::integer)
     AND s.state IN ('COMPLETED', 'PARTIAL') AND s.erased_at IS NULL AND s.erase_by > $4
     AND ($5::text IS NULL AND $6::text IS NULL OR EXISTS (
       SELECT FROM json_array_elements(p.counts) c
       WHERE ($5 IS NULL OR c->>'dataType' = $5) AND ($6 IS NULL OR c->>'account' = $6)))
   ORDER BY p.session_id, p.n LIMIT 1`,
);
const isErased = sql(
  'is-erased',
  `SELECT count(*) > 0 AND NOT coalesce(bool_or(erased_at IS NULL AND erase_by > $2), false) AS erased
   FROM data_sessions WHERE consent_id = $1 AND (received_at IS NOT NULL OR erased_at IS NOT NULL)`,
);

@Injectable()
export class PostgresReceivedPartStore extends ReceivedPartStore {
  constructor(private readonly database: Database) {
    super();
  }

  async summarise(sessionId: string): Promise<PartSummary[]> {
    return this.database.read<PartSummary>(summarise, [sessionId]);
  }

  async findNext({ consentId, from, dataType, account, now }: PartsWanted): Promise<ReadablePart | undefined> {
    const values = [consentId, from.sessionId, from.n, now, dataType ?? null, account ?? null];
    return (await this.database.read<ReadablePart>(findNext, values))[0];
  }

  async isErased(consentId: string, now: Instant): Promise<boolean> {
    return (await this.database.read<{ erased: boolean }>(isErased, [consentId, now]))[0]?.erased === true;
  }
}
