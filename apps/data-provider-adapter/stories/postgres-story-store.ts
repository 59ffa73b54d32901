import { Injectable } from '@nestjs/common';
import {
  type AccountOutcome,
  factsAbout,
  type Instant,
  type RefusalCode,
  type SessionFinding,
  type StoryFact,
} from '#domain';
import { Database, StoryStore, sql } from '#platform';
import type { FillProgress } from '../data-sessions/fill-progress.ts';

const findConsents = sql(
  'find-consents-of-story',
  `SELECT a.manager, a.artefact_id AS "artefactId", a.received_at AS "receivedAt", c.state, c.changed_at AS "changedAt"
   FROM consent_artefacts a JOIN consent_standings c USING (manager, artefact_id)
   WHERE a.artefact_id IN (SELECT $1::uuid UNION ALL
     SELECT artefact_id FROM data_sessions WHERE id = $1 OR data_request_id = $1 UNION ALL
     SELECT ground FROM session_refusals WHERE session_id = $1) LIMIT 1`,
);
const sessions = sql(
  'sessions-of-story',
  `SELECT s.id AS "sessionId", s.data_request_id AS "dataRequestId", s.requested_at AS "requestedAt",
     s.data_user AS "dataUser", s.state, s.progress, s.served, s.ended_at AS "endedAt", s.received_at AS "receivedAt",
     f.finding, f.heard_at AS "heardAt"
   FROM data_sessions s LEFT JOIN session_findings f ON f.session_id = s.id AND f.manager = s.manager
   WHERE s.manager = $1 AND s.artefact_id = $2 ORDER BY s.id DESC LIMIT 1000`,
);
const refusals = sql(
  'refusals-of-story',
  `SELECT session_id AS "sessionId", data_request_id AS "dataRequestId", act, code, data_user AS "dataUser",
     refused_at AS "refusedAt"
   FROM session_refusals WHERE manager = $1 AND ground = $2 ORDER BY refused_at DESC LIMIT 1000`,
);
const strayRefusals = sql(
  'stray-refusals-of-story',
  `SELECT session_id AS "sessionId", data_request_id AS "dataRequestId", act, code, data_user AS "dataUser",
     refused_at AS "refusedAt"
   FROM session_refusals WHERE session_id = $1 ORDER BY refused_at`,
);
const stray = sql(
  'stray-finding-of-story',
  'SELECT manager, finding, heard_at AS "heardAt" FROM session_findings WHERE session_id = $1',
);

interface Consent {
  readonly manager: string;
  readonly artefactId: string;
  readonly receivedAt: Instant;
  readonly state: string;
  readonly changedAt: Instant;
}

interface Session {
  readonly sessionId: string;
  readonly dataRequestId: string;
  readonly requestedAt: Instant;
  readonly dataUser: string;
  readonly state: string;
  readonly progress: FillProgress;
  readonly served: number | null;
  readonly endedAt: Instant | null;
  readonly receivedAt: Instant | null;
  readonly finding: SessionFinding | null;
  readonly heardAt: Instant | null;
}

interface Refused {
  readonly sessionId: string;
  readonly dataRequestId: string;
  readonly act: string;
  readonly code: RefusalCode;
  readonly dataUser: string;
  readonly refusedAt: Instant;
}

const moved = { PAUSED: 'consent-paused', REVOKED: 'consent-revoked', EXPIRED: 'consent-expired' } as const;

/** From the artefact, its sessions and what managers said of them. */
@Injectable()
export class PostgresStoryStore extends StoryStore {
  constructor(private readonly database: Database) {
    super();
  }

  async find(id: string): Promise<readonly StoryFact[] | undefined> {
    const [consent] = await this.database.read<Consent>(findConsents, [id]);
    if (consent === undefined) return this.findStray(id);
    const key = [consent.manager, consent.artefactId];
    const [fetched, refused] = await Promise.all([
      this.database.read<Session>(sessions, key),
      this.database.read<Refused>(refusals, key),
    ]);
    const ofSessions = [...fetched.flatMap((one) => ofSession(one, consent)), ...refused.flatMap(ofRefusal)];
    return factsAbout([...ofConsent(consent), ...ofSessions], id);
  }

  /** A session that was never opened here: its artefact never came, or a manager has spoken of it. */
  private async findStray(sessionId: string): Promise<readonly StoryFact[] | undefined> {
    type Stray = Pick<Session, 'finding' | 'heardAt'> & { readonly manager: string };
    const refused = await this.database.read<Refused>(strayRefusals, [sessionId]);
    const found = await this.database.read<Stray>(stray, [sessionId]);
    const facts = [...refused.flatMap(ofRefusal), ...found.flatMap((row) => ofFinding(row, { sessionId }))];
    return facts.length === 0 ? undefined : facts;
  }
}

function ofConsent({ manager: participant, receivedAt, state, changedAt }: Consent): StoryFact[] {
  const held = { at: receivedAt, kind: 'consent-held', by: 'consent-manager', participant } as const;
  const kind = moved[state as keyof typeof moved];
  return [held, ...(kind === undefined ? [] : [{ at: changedAt, kind, by: 'data-principal' } as const])];
}

function ofSession(session: Session, { manager }: Consent): StoryFact[] {
  const { sessionId, dataRequestId, requestedAt, dataUser: participant, state, endedAt, receivedAt } = session;
  const ids = { sessionId, dataRequestId };
  const kind = state === 'EXPIRED' ? 'session-expired' : 'session-sent';
  const sent = { kind, by: 'data-provider', ...ids, records: session.served ?? 0 } as const;
  return [
    { at: requestedAt, kind: 'data-authorised', by: 'consent-manager', participant: manager, ...ids },
    { at: requestedAt, kind: 'data-asked', by: 'data-user', participant, ...ids },
    ...(endedAt === null ? [] : [{ at: endedAt, ...sent, outcomes: outcomesOf(session.progress) }]),
    ...(receivedAt === null
      ? []
      : [{ at: receivedAt, kind: 'session-acknowledged', by: 'data-user', participant, ...ids } as const]),
    ...ofFinding({ ...session, manager }, ids),
  ];
}

/** The opening, or any part of what was opened. */
function ofRefusal({ sessionId, dataRequestId, act, code, dataUser, refusedAt: at }: Refused): StoryFact[] {
  const ids = { sessionId, dataRequestId };
  const refused = { at, kind: 'data-refused', by: 'data-provider', ...ids, code } as const;
  if (act !== 'data-session.refused') return [refused];
  return [{ at, kind: 'data-asked', by: 'data-user', participant: dataUser, ...ids }, refused];
}

function ofFinding(
  { finding, heardAt: at, manager: participant }: Pick<Session, 'finding' | 'heardAt'> & { readonly manager: string },
  ids: { sessionId: string; dataRequestId?: string },
): StoryFact[] {
  if (finding === null || at === null) return [];
  const kind = finding === 'agrees' ? 'words-agree' : 'words-differ';
  return [{ at, kind, by: 'consent-manager', participant, ...ids, finding }];
}

function outcomesOf({ accounts }: FillProgress): Partial<Record<AccountOutcome, number>> {
  const counts: Partial<Record<AccountOutcome, number>> = {};
  for (const { outcome } of accounts) if (outcome !== undefined) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
