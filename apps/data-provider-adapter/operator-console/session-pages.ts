import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { sessionStates } from '#domain';
import { Database, sql } from '#platform';
import { instant, participantId, uuid } from '#protocol';

const columns = `id AS "sessionId", data_user AS "dataUser", state, ask->'dataTypes' AS "asked",
  requested_at AS "requestedAt", expires_at AS "expiresAt", ended_at AS "endedAt", received_at AS "receivedAt",
  parts, fetched, coalesce(served, 0) AS records`;

/** Ids begin with the time they were made at. */
const listPast = sql(
  'list-past-data-sessions',
  `SELECT ${columns} FROM data_sessions WHERE state <> 'ACTIVE' AND ($1::uuid IS NULL OR id < $1)
   ORDER BY id DESC LIMIT $2`,
);
const listLive = sql(
  'list-live-data-sessions',
  `SELECT ${columns} FROM data_sessions WHERE state = 'ACTIVE' AND ($1::uuid IS NULL OR id < $1)
   ORDER BY id DESC LIMIT $2`,
);

const sessionView = z.strictObject({
  sessionId: uuid,
  dataUser: participantId,
  state: z.enum(sessionStates),
  dataTypes: z.array(z.string()),
  requestedAt: instant,
  expiresAt: instant,
  endedAt: instant.nullable(),
  receivedAt: instant.nullable().describe('When the data user said that all had come.'),
  parts: z.int().describe('Sealed so far.'),
  fetched: z.int().describe('Of those, how many were fetched.'),
  records: z.int().describe('That were served; 0 while the session is live.'),
});
export const sessionsView = z
  .strictObject({ dataSessions: z.array(sessionView), next: uuid.nullable() })
  .meta({ id: 'ServedSessions' });

type Row = Omit<z.output<typeof sessionView>, 'dataTypes'> & {
  readonly asked: ReadonlyArray<{ readonly type: string }>;
};

/** Data sessions, newest first, without whom they are about. */
@Injectable()
export class SessionPages {
  constructor(private readonly database: Database) {}

  async read(isLive: boolean, limit: number, after?: string): Promise<z.output<typeof sessionsView>> {
    const found = await this.database.read<Row>(isLive ? listLive : listPast, [after ?? null, limit + 1]);
    const dataSessions = found
      .slice(0, limit)
      .map(({ asked, ...session }) => ({ ...session, dataTypes: asked.map(({ type }) => type) }));
    return { dataSessions, next: found.length > limit ? (dataSessions.at(-1)?.sessionId ?? null) : null };
  }
}
