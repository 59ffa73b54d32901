import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { sessionStates } from '#domain';
import { Clock, Database, sql } from '#platform';
import { instant, participantId, uuid } from '#protocol';
import { overdueErasuresView } from '../data-erasure/overdue-erasure.ts';
import { OverdueWatch } from '../data-erasure/overdue-watch.ts';

const listSessions = sql(
  'list-fetched-sessions',
  `SELECT id AS "sessionId", consent_id AS "consentId", provider AS "dataProvider", state, records,
     refusal->>'code' AS refusal, created_at AS "createdAt", received_at AS "receivedAt", erase_by AS "eraseBy",
     erased_at AS "erasedAt"
   FROM data_sessions WHERE $1::uuid IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
);
const listToErase = sql(
  'list-sessions-to-erase',
  `SELECT id AS "sessionId", consent_id AS "consentId", provider AS "dataProvider", records, erase_by AS "eraseBy"
   FROM data_sessions WHERE erased_at IS NULL AND erase_by > $1 ORDER BY erase_by LIMIT $2`,
);

const session = { sessionId: uuid, consentId: uuid, dataProvider: participantId, records: z.int() };
const sessionView = z.strictObject({
  ...session,
  state: z.enum(sessionStates),
  refusal: z.string().nullable().describe('The code, where it ended without its data.'),
  createdAt: instant,
  receivedAt: instant.nullable(),
  eraseBy: instant.nullable(),
  erasedAt: instant.nullable(),
});
export const fetchedPage = z
  .strictObject({ dataSessions: z.array(sessionView), next: uuid.nullable() })
  .meta({ id: 'FetchedSessions' });

const dueView = z.strictObject({ ...session, eraseBy: instant });
export const erasuresView = z
  .strictObject({
    overdue: overdueErasuresView.shape.overdue.describe('What should be gone and is not: a thousand at most.'),
    due: z.array(dueView).describe('What goes next, the first first.'),
    more: z.boolean().describe('Whether more is due after that.'),
  })
  .meta({ id: 'ErasureSchedule' });

/** What was fetched, and when it goes. */
@Injectable()
export class FetchedPages {
  constructor(
    private readonly database: Database,
    private readonly overdue: OverdueWatch,
    private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async read(limit: number, after?: string): Promise<z.output<typeof fetchedPage>> {
    type Row = z.output<typeof sessionView>;
    const found = await this.database.read<Row>(listSessions, [after ?? null, limit + 1]);
    const dataSessions = found.slice(0, limit);
    return { dataSessions, next: found.length > limit ? (dataSessions.at(-1)?.sessionId ?? null) : null };
  }

  async erasures(limit: number): Promise<z.output<typeof erasuresView>> {
    const due = await this.database.read<z.output<typeof dueView>>(listToErase, [this.clock.now(), limit + 1]);
    return { overdue: [...(await this.overdue.list())], due: due.slice(0, limit), more: due.length > limit };
  }
}
