import { Injectable } from '@nestjs/common';
import type { Instant, ParticipantId, RefusalCode, TrailAct } from '#domain';
import { Recent } from '#protocol';
import type { PreparedTrail } from '../audit-trail/audit-trail.ts';
import { insertTrail } from '../audit-trail/trail-statements.ts';
import { recordRefusedWith } from '../command/command-statements.ts';
import { Database } from '../database/database.ts';
import { sql } from '../database/statement.ts';

export interface SessionRefusal {
  readonly sessionId: string;
  readonly act: TrailAct;
  readonly code: RefusalCode;
  /** The consent, by the id under which this role knows it. */
  readonly ground: string;
  readonly manager: ParticipantId;
  readonly dataUser: ParticipantId;
  readonly dataRequestId: string;
  readonly at: Instant;
}

const into = `INSERT INTO session_refusals
     (session_id, act, code, ground, manager, data_user, data_request_id, refused_at)`;
const note = sql(
  'note-session-refusal',
  `WITH first AS (
     ${into} VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING 1
   ), noted AS (${insertTrail(9, 'first')})
   SELECT FROM first`,
);

/** For a refused command, whose own statement writes the entry of the audit trail. Its values are `refusalValues`. */
export const recordRefusedSession = recordRefusedWith(
  'session',
  `${into} SELECT $7::uuid, $8::text, $9::text, $10::uuid, $11::text, $12::text, $13::uuid, $14::timestamptz FROM first
   ON CONFLICT DO NOTHING`,
);

export function refusalValues({ sessionId, act, code, ground, manager, dataUser, dataRequestId, at }: SessionRefusal) {
  return [sessionId, act, code, ground, manager, dataUser, dataRequestId, at];
}

/** Beyond this many, a refusal that was noted before costs a statement again, and no entry. */
const MOST_KNOWN = 10_000;

/**
 * Notes refusals in the audit trail, once for each session and reason: who asks in a loop does not fill it. Only of
 * sessions that a consent manager has authorised and for the data user they are of: nobody can make up more of them.
 */
@Injectable()
export class SessionRefusals {
  private readonly known = new Recent<string, true>(MOST_KNOWN);

  constructor(private readonly database: Database) {}

  /** @param prepare the entry of the audit trail, where it is the first of its kind */
  async note(refusal: SessionRefusal, prepare: () => PreparedTrail): Promise<void> {
    const name = `${refusal.sessionId} ${refusal.act} ${refusal.code}`;
    if (this.known.get(name)) return;
    const noted = prepare();
    const first = await this.database.read(note, [...refusalValues(refusal), ...noted.values]);
    if (first.length > 0) noted.begin();
    this.known.keep(name, true);
  }
}
