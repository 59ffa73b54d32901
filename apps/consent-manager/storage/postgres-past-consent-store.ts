import { Injectable } from '@nestjs/common';
import { type Instant, type ParticipantId, type PastConsent } from '#domain';
import { Database, sql } from '#platform';
import { PastConsentStore } from '../consents/past-consent-store.ts';
import { type FormerRow, formerColumns, toFormer } from './former-columns.ts';

/** On either side; what lies further off is renewed by none of them. */
const most = 50;
/** Later than any id. */
const atTheEnd = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

const columns = `${formerColumns}, approved_at AS "approvedAt", changed_at AS "changedAt"`;

const around = sql(
  'past-consents-around',
  `SELECT * FROM (
     (SELECT ${columns} FROM consents WHERE principal_id = $1 AND data_user = $2 AND id < $3 ORDER BY id DESC LIMIT ${most})
     UNION ALL
     (SELECT ${columns} FROM consents WHERE principal_id = $1 AND data_user = $2 AND id >= $3 ORDER BY id LIMIT ${most})
   ) both_sides ORDER BY id`,
);

interface PastRow extends FormerRow {
  readonly approvedAt: Instant;
  readonly changedAt: Instant;
}

@Injectable()
export class PostgresPastConsentStore extends PastConsentStore {
  constructor(private readonly database: Database) {
    super();
  }

  async around(principalId: string, dataUser: ParticipantId, now: Instant, id = atTheEnd): Promise<PastConsent[]> {
    const rows = await this.database.read<PastRow>(around, [principalId, dataUser, id]);
    return rows.map((row) => ({
      ...toFormer(row, now),
      approvedAt: row.approvedAt,
      revokedAt: row.state === 'REVOKED' ? row.changedAt : undefined,
    }));
  }
}
