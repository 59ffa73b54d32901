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
