import { ForwardMigration } from '../database/forward-migration.ts';

const statements = [
  `CREATE TABLE session_refusals (
     session_id uuid NOT NULL, act text NOT NULL, code text NOT NULL, ground uuid NOT NULL, manager text NOT NULL,
     data_user text NOT NULL, data_request_id uuid NOT NULL, refused_at timestamptz NOT NULL,
     CONSTRAINT session_refusals_pkey PRIMARY KEY (session_id, act, code))`,
  'CREATE INDEX session_refusals_by_ground ON session_refusals (ground)',
  'CREATE INDEX session_refusals_by_time ON session_refusals (refused_at)',
];

/** For the roles that refuse sessions something: listed by each of them. */
export class SessionRefusals1769000000500 extends ForwardMigration {
  readonly statements = statements;
}
