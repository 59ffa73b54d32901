import type { TimelineEntry } from '../timeline/timeline-store.ts';

/** Adds an entry, alone or as part of the statement of the act it tells. Its values, `entryValues`, are those from `$first` on. */
export function insertEntry(first: number): string {
  const values = Array.from({ length: 6 }, (_, index) => `$${first + index}`);
  return `INSERT INTO timeline_entries (id, principal_id, at, kind, text, facts) VALUES (${values.join(', ')})`;
}

export function entryValues(principalId: string, { id, at, kind, text, facts }: TimelineEntry): unknown[] {
  return [id, principalId, at, kind, text, JSON.stringify(facts)];
}
