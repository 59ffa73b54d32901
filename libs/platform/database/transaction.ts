import type { EntityManager } from 'typeorm';
import type { Statement } from './statement.ts';

/** What can be done inside one database transaction. Pass it along; there are no nested transactions. */
export interface Transaction {
  /** TypeORM on the same connection, for everything that is not a hot path. */
  readonly manager: EntityManager;

  /**
   * Runs a prepared statement. `timestamptz` comes back as an `Instant`, `bigint` as a number (a fault when it is not
   * a safe integer), `jsonb` parsed, `bytea` as a Buffer.
   *
   * @throws the driver's DatabaseError; see `isUniqueViolation`
   */
  query<Row extends object>(statement: Statement, values?: readonly unknown[]): Promise<Row[]>;
}
