import type { Instant, SessionState } from '#domain';
import type { DataSession } from '../data-sessions/data-session.ts';

/** A data session (`s`), as prepared statements read it. */
export interface SessionColumns {
  readonly s_id: string;
  readonly s_manager: string;
  readonly s_artefact_id: string;
  readonly s_artefact_digest: string;
  readonly s_data_request_id: string;
  readonly s_requested_at: Instant;
  readonly s_data_user: string;
  readonly s_ask: DataSession['ask'];
  readonly s_recipient_key: DataSession['recipientKey'];
  readonly s_state: SessionState;
  readonly s_progress: DataSession['progress'];
  readonly s_parts: number;
  readonly s_fetched: number;
  readonly s_waiting: boolean;
  readonly s_manifest: string | null;
  readonly s_expires_at: Instant;
}

const names = [
  'id',
  'manager',
  'artefact_id',
  'artefact_digest',
  'data_request_id',
  'requested_at',
  'data_user',
  'ask',
  'recipient_key',
  'state',
  'progress',
  'parts',
  'fetched',
  'waiting',
  'manifest',
  'expires_at',
];

export const sessionColumns = names.map((name) => `s.${name} AS s_${name}`).join(', ');

export function sessionOf(row: SessionColumns): DataSession {
  return {
    id: row.s_id,
    ground: {
      kind: 'consent',
      manager: row.s_manager,
      artefactId: row.s_artefact_id,
      artefactDigest: row.s_artefact_digest,
    },
    dataRequestId: row.s_data_request_id,
    requestedAt: row.s_requested_at,
    dataUser: row.s_data_user,
    ask: row.s_ask,
    recipientKey: row.s_recipient_key,
    state: row.s_state,
    progress: row.s_progress,
    parts: row.s_parts,
    fetched: row.s_fetched,
    waiting: row.s_waiting,
    ...(row.s_manifest === null ? {} : { manifest: row.s_manifest }),
    expiresAt: row.s_expires_at,
  };
}
