import { Injectable } from '@nestjs/common';
import type { Instant } from '#domain';
import { Database, sql } from '#platform';
import { DataHolderStore, type HeldData, type OpenConsent } from '../data-holders/data-holder-store.ts';
import { type StandingColumns, toStanding } from './consent-columns.ts';

/** Rows beyond these are not shown. */
const most = 1000;

const openConsents = sql(
  'open-consents-of',
  `SELECT id, data_user AS "dataUser", terms, state, version, resume_at AS "resumeAt",
     (SELECT coalesce(json_agg(a.counterpart ORDER BY a.counterpart), '[]') FROM consent_artefacts a
      WHERE a.consent_id = c.id AND a.recipient = 'data-provider' AND a.revoked_version IS NULL) AS "dataProviders"
   FROM consents c WHERE principal_id = $1 AND state IN ('ACTIVE', 'PAUSED') AND expires_at > $2
   ORDER BY id DESC LIMIT ${most}`,
);

const held = sql(
  'data-held-of',
  `WITH had AS (
     SELECT s.consent_id, c.data_user, s.data_provider, s.data_types, coalesce(s.records, s.served) AS records,
       coalesce(s.received_at, s.sent_at) AS since, s.erase_by
     FROM consents c JOIN data_sessions s ON s.consent_id = c.id
     WHERE c.principal_id = $1 AND s.erased_at IS NULL AND coalesce(s.received_at, s.sent_at) IS NOT NULL
       AND coalesce(s.records, s.served) > 0)
   SELECT consent_id AS "consentId", data_user AS "dataUser", data_provider AS "dataProvider",
     sum(records) AS records, min(since) AS since, max(erase_by) AS until,
     coalesce(sum(records) FILTER (WHERE erase_by < $2), 0) AS overdue,
     (SELECT json_agg(DISTINCT term ->> 'type') FROM had own, json_array_elements(own.data_types) AS term
      WHERE own.consent_id = had.consent_id AND own.data_provider = had.data_provider) AS "dataTypes"
   FROM had GROUP BY consent_id, data_user, data_provider ORDER BY consent_id DESC, data_provider LIMIT ${most}`,
);

type ConsentRow = Omit<OpenConsent, 'standing'> & StandingColumns;

@Injectable()
export class PostgresDataHolderStore extends DataHolderStore {
  constructor(private readonly database: Database) {
    super();
  }

  async openConsents(principalId: string, now: Instant): Promise<OpenConsent[]> {
    const rows = await this.database.read<ConsentRow>(openConsents, [principalId, now]);
    return rows.map(({ state, version, resumeAt, ...rest }) => ({
      ...rest,
      standing: toStanding({ state, version, resumeAt }),
    }));
  }

  held(principalId: string, now: Instant): Promise<HeldData[]> {
    return this.database.read<HeldData>(held, [principalId, now]);
  }
}
