import { Injectable } from '@nestjs/common';
import type { Instant } from '#domain';
import { Database, sql } from '#platform';
import { RetentionStore } from '../retention/retention-store.ts';

const forgetSessions = sql(
  'forget-sessions',
  `DELETE FROM data_sessions WHERE id IN (
     SELECT id FROM data_sessions WHERE created_at < $1 AND state <> 'ACTIVE' AND work = 'NONE'
       AND (received_at IS NULL OR erased_at IS NOT NULL AND receipt_id IS NOT NULL)
       AND NOT EXISTS (SELECT FROM hand_overs h WHERE h.session_id = data_sessions.id
         AND h.state IN ('WAITING', 'ERASING')) LIMIT $2) RETURNING id`,
);
const forgetHandOvers = sql(
  'forget-hand-overs',
  `DELETE FROM hand_overs WHERE id IN (
     SELECT h.id FROM hand_overs h WHERE h.created_at < $1
       AND NOT EXISTS (SELECT FROM data_sessions s WHERE s.id = h.session_id) LIMIT $2) RETURNING id`,
);
const forgetRequests = sql(
  'forget-data-requests',
  `DELETE FROM data_requests WHERE id IN (
     SELECT r.id FROM data_requests r WHERE r.created_at < $1 AND r.state <> 'PENDING'
       AND NOT EXISTS (SELECT FROM data_sessions s WHERE s.data_request_id = r.id) LIMIT $2) RETURNING id`,
);
const forgetFindings = sql(
  'forget-session-findings',
  `DELETE FROM session_findings WHERE (session_id, manager) IN (
     SELECT f.session_id, f.manager FROM session_findings f WHERE f.heard_at < $1
       AND NOT EXISTS (SELECT FROM data_sessions s WHERE s.id = f.session_id) LIMIT $2) RETURNING session_id`,
);
/** A consent that has ended; one that has not may be long and is needed. */
const forgetConsents = sql(
  'forget-consents',
  `DELETE FROM consents WHERE id IN (
     SELECT c.id FROM consents c WHERE c.received_at < $1
       AND (c.state IN ('REVOKED', 'EXPIRED') OR c.claims->'terms'->'consentPeriod'->>'expiry' < $3)
       AND NOT EXISTS (SELECT FROM data_requests r WHERE r.consent_id = c.id) LIMIT $2) RETURNING id`,
);
const forgetAsks = sql(
  'forget-consent-requests',
  `DELETE FROM consent_requests WHERE id IN (
     SELECT a.id FROM consent_requests a WHERE a.created_at < $1
       AND (a.consent_id IS NULL OR NOT EXISTS (SELECT FROM consents c WHERE c.id = a.consent_id))
     LIMIT $2) RETURNING id`,
);

@Injectable()
export class PostgresRetentionStore extends RetentionStore {
  constructor(private readonly database: Database) {
    super();
  }

  /** From the last to the first: what others still point to stays until they are gone. */
  async forget(before: Instant, limit: number): Promise<number> {
    let most = 0;
    for (const statement of [
      forgetSessions,
      forgetHandOvers,
      forgetFindings,
      forgetRequests,
      forgetConsents,
      forgetAsks,
    ]) {
      const values = statement === forgetConsents ? [before, limit, before] : [before, limit];
      most = Math.max(most, (await this.database.read(statement, values)).length);
    }
    return most;
  }
}
