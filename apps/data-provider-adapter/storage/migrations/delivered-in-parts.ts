import { ForwardMigration } from '#platform';

/** What lies in which part: of a session that is broken off, what was fetched is counted and not what was sealed. */
export class DeliveredInParts1769000000300 extends ForwardMigration {
  readonly statements = ['ALTER TABLE data_parts ADD COLUMN delivered integer[]'];
}
