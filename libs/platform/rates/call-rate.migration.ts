import { ForwardMigration } from '../database/forward-migration.ts';

// Worth nothing after a minute: a crash may lose it.
const statements = [
  `CREATE UNLOGGED TABLE call_rates (
     caller text NOT NULL,
     window_ends_at timestamptz NOT NULL,
     taken integer NOT NULL,
     CONSTRAINT pk_call_rates PRIMARY KEY (caller, window_ends_at))`,
  'CREATE INDEX call_rates_by_window ON call_rates (window_ends_at)',
];

export class CallRates1763790000000 extends ForwardMigration {
  readonly statements = statements;
}
