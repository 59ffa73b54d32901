import { createHash } from 'node:crypto';

/** SQL that PostgreSQL parses and plans once per connection, and runs by name afterwards. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/**
 * Declares a statement; do it once per statement, at the top of a store's file.
 *
 * @param name what it does, e.g. `find-consent-artefact`. The text's digest is added: node-postgres refuses one name
 *   with two texts on one connection.
 * @param text with `$1`, `$2`, … for the values
 */
export function sql(name: string, text: string): Statement {
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return { name: `${name.slice(0, 50)}-${digest}`, text };
}

/**
 * A part of a statement's `WITH`, one row without anything to read, for what does no harm when it is forgotten: the commit
 * does not wait for the disk. The statement has to read `FROM relaxed`, and has to be a transaction of its own.
 */
export const relaxed = `relaxed AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true))`;
