import type { Instant, NumberedTrailEntry, TrailEntry } from '#domain';
import { canonicalJson, createId } from '#protocol';
import type { EntryMac } from './entry-mac.ts';

/** An entry as it is told: made now; `done` where nothing else is said. */
export type TrailNote = Omit<TrailEntry, 'at' | 'outcome'> & Partial<Pick<TrailEntry, 'outcome'>>;

export interface PreparedEntries {
  readonly ids: readonly string[];
  /** Of the parameters of `insertTrail`. */
  readonly values: readonly unknown[];
}

/** Entries as they wait to be sealed, marked as this role's own. */
export function prepareEntries(notes: readonly TrailNote[], at: Instant, mac: EntryMac): PreparedEntries {
  const entries = notes.map((note): NumberedTrailEntry => ({ outcome: 'done', ...note, at, id: createId(at) }));
  const texts = entries.map((entry) => canonicalJson(entry));
  return { ids: entries.map(({ id }) => id), values: [texts, texts.map((text) => mac.of(text))] };
}
