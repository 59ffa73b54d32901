import type { Instant, SessionState } from '#domain';
import type { DataSession, SessionStanding } from '../data-sessions/data-session.ts';

/** What calls on a data session (`s`) are judged by, as prepared statements read it. */
export interface StandingColumns {
  readonly s_id: string;
  readonly s_manager: string;
  readonly s_requested_at: Instant;
  readonly s_data_user: string;
  readonly s_ask: DataSession['ask'];
  readonly s_state: SessionState;
  readonly s_parts: number;
  readonly s_fetched: number;
  readonly s_waiting: boolean;
  readonly s_manifest: string | null;
  readonly s_expires_at: Instant;
}

/** All of it. */
export interface SessionColumns extends StandingColumns {
  readonly s_artefact_id: string;
  readonly s_artefact_digest: string;
  readonly s_data_request_id: string;
  readonly s_recipient_key: DataSession['recipientKey'];
  readonly s_progress: DataSession['progress'];
}

const standing = [
  'id',
  'manager',
  'requested_at',
  'data_user',
  'ask',
  'state',
  'parts',
  'fetched',
  'waiting',
  'manifest',
  'expires_at',
];
const rest = ['artefact_id', 'artefact_digest', 'data_request_id', 'recipient_key', 'progress'];
const columns = (names: readonly string[]) => names.map((name) => `s.${name} AS s_${name}`).join(', ');

export const standingColumns = columns(standing);
export const sessionColumns = columns([...standing, ...rest]);

export function standingOf(row: StandingColumns): SessionStanding {
  return {
    id: row.s_id,
    manager: row.s_manager,
    requestedAt: row.s_requested_at,
    dataUser: row.s_data_user,
    ask: row.s_ask,
    state: row.s_state,
    parts: row.s_parts,
    fetched: row.s_fetched,
    waiting: row.s_waiting,
    ...(row.s_manifest === null ? {} : { manifest: row.s_manifest }),
    expiresAt: row.s_expires_at,
  };
}

export function sessionOf(row: SessionColumns): DataSession {
  const { manager, ...session } = standingOf(row);
  return {
    ...session,
    ground: {
      kind: 'consent',
      manager,
      artefactId: row.s_artefact_id,
      artefactDigest: row.s_artefact_digest,
    },
    dataRequestId: row.s_data_request_id,
    recipientKey: row.s_recipient_key,
    progress: row.s_progress,
  };
}
