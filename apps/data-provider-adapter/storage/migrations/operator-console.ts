import { ForwardMigration } from '#platform';

const tables = [
  `CREATE TABLE record_source_reads (
     source text NOT NULL, data_type text NOT NULL, read_at timestamptz, failed_at timestamptz, failure text,
     CONSTRAINT pk_record_source_reads PRIMARY KEY (source, data_type))`,
  `CREATE TABLE refusal_days (
     day date NOT NULL, code text NOT NULL, refusals bigint NOT NULL, CONSTRAINT pk_refusal_days PRIMARY KEY (day, code))`,
];

export class OperatorConsole1764900000002 extends ForwardMigration {
  readonly statements = tables;
}
