import { insertTrail, type PreparedTrail } from '#platform';
import type { TimelineEntry } from '../timeline/timeline-store.ts';

/** Adds an entry, alone or as part of the statement of the act it tells. Its values, `entryValues`, are those from `$first` on. */
export function insertEntry(first: number): string {
  return insertFor(`$${first + 1}`, first);
}

/**
 * The same where a row of the statement is there, and breaking it where none is (`isOvertaken`).
 * @param saved its name; it has `principal_id`
 */
export function insertEntryOf(first: number, saved: string): string {
  return insertFor(`(SELECT principal_id FROM ${saved} WHERE principal_id = $${first + 1})`, first);
}

function insertFor(principal: string, first: number): string {
  const rest = Array.from({ length: 4 }, (_, index) => `$${first + 2 + index}`);
  return `INSERT INTO timeline_entries (id, principal_id, at, kind, text, facts)
     VALUES ($${first}, ${principal}, ${rest.join(', ')})`;
}

/** The same with what the audit trail keeps of the act, as parts of a statement's `WITH`. Its values are `toldValues`. */
export function insertTold(first: number): string {
  return `told AS (${insertEntry(first)}), noted AS (${insertTrail(first + 6)})`;
}

/** The same, and the trail's, where a row of the statement is there. @param saved its name */
export function insertToldOf(first: number, saved: string): string {
  const types = ['uuid', 'text', 'timestamptz', 'text', 'text', 'json'];
  const values = types.map((type, index) => `$${first + index}::${type}`);
  return `told AS (
     INSERT INTO timeline_entries (id, principal_id, at, kind, text, facts) SELECT ${values.join(', ')} FROM ${saved}
   ), noted AS (${insertTrail(first + 6, saved)})`;
}

export function toldValues(principalId: string, entry: TimelineEntry, noted: PreparedTrail): unknown[] {
  return [...entryValues(principalId, entry), ...noted.values];
}

export function entryValues(principalId: string, { id, at, kind, text, facts }: TimelineEntry): unknown[] {
  return [id, principalId, at, kind, text, JSON.stringify(facts)];
}
