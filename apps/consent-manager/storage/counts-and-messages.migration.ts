import { ForwardMigration } from '#platform';

const statements = [
  `CREATE TABLE act_counts (
     act text NOT NULL,
     subject text NOT NULL,
     window_ends_at timestamptz NOT NULL,
     times integer NOT NULL,
     CONSTRAINT pk_act_counts PRIMARY KEY (act, subject, window_ends_at))`,
  'CREATE INDEX act_counts_by_window ON act_counts (window_ends_at)',
  // Requests from before are not written about: she has been able to read them all along.
  'ALTER TABLE consent_requests ADD write_at timestamptz',
  `CREATE INDEX consent_requests_to_write
     ON consent_requests (write_at) WHERE write_at IS NOT NULL AND state = 'PENDING'`,
  `CREATE INDEX consent_requests_to_write_of_person
     ON consent_requests (principal_id) WHERE write_at IS NOT NULL AND state = 'PENDING'`,
  'ALTER TABLE data_sessions ADD confirm_by timestamptz',
  `UPDATE data_sessions SET confirm_by = expires_at
     WHERE ended_at IS NULL AND mismatched_at IS NULL AND (sent_at IS NULL) <> (received_at IS NULL)`,
  'CREATE INDEX data_sessions_to_confirm ON data_sessions (confirm_by) WHERE confirm_by IS NOT NULL',
];

/** Counts that bound, messages about consent requests, and when both sides must have spoken of a session. */
export class CountsAndMessages1763740800004 extends ForwardMigration {
  readonly statements = statements;
}
