import type { Attachment } from './attachment.ts';
import type { Statement } from './statement.ts';

/** What can be done inside one database transaction. Pass it along; there are no nested transactions. */
export interface Transaction {
  /**
   * Runs a prepared statement. `timestamptz` comes back as an `Instant`, `bigint` as a number (a fault when it is not
   * a safe integer), `jsonb` parsed, `bytea` as a Buffer.
   *
   * @throws the driver's DatabaseError; see `isUniqueViolation`
   */
  query<Row extends object>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>;

  /** As `query`, and the commit leaves with it, in one round trip: nothing can come after it. */
  last<Row extends object>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>;

  /**
   * Runs a prepared statement whose answer nobody needs, and does not wait for it: what comes afterwards sees what it did.
   * Where it fails, so does whatever comes next, the commit at the latest, with its error.
   */
  write(statement: Statement, values?: readonly unknown[]): void;

  /**
   * Inserts what nothing else in the transaction looks at, as a part of the write before it or of what comes next: it
   * costs no statement of its own. Where it fails, so does that statement.
   */
  attach(attachment: Attachment, values: readonly unknown[]): void;
}
