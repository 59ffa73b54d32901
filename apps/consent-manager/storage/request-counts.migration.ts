import { ForwardMigration } from '#platform';

const statements = [
  `CREATE TABLE request_counts (
     day date NOT NULL, counts json NOT NULL, CONSTRAINT request_counts_pkey PRIMARY KEY (day))`,
  `CREATE INDEX consents_narrowed ON consents (handle) WHERE narrowed_from::text <> '[]'`,
];

/** Days that are counted once, so that a console does not read every request again; which consents were narrowed. */
export class RequestCounts1764910000028 extends ForwardMigration {
  readonly statements = statements;
}
