import { findAcknowledgedLost } from './acknowledged-kept.ts';
import { findBrokenTrails } from './broken-trails.ts';
import { type EndedRound, inWords } from './ended-round.ts';
import { findHalfDone } from './half-done.ts';
import { findLateReleases } from './late-releases.ts';
import { findOwnFaults } from './own-faults.ts';
import { digestsAtFund, digestsAtSource } from './records.ts';
import { findUsesBeyond } from './uses-beyond.ts';

export interface Invariant {
  readonly name: string;
  /** @returns what breaks it, in ids, states and counts alone; empty where it holds */
  find(round: EndedRound): Promise<readonly string[]>;
}

/** What must hold however a round was broken off. A new invariant is a line here. */
export const invariants: readonly Invariant[] = [
  { name: 'no-acknowledged-state-lost', find: ({ story }) => findAcknowledgedLost(story) },
  { name: 'events-once', find: async ({ books }) => (await books.findWrong()).map(inWords) },
  { name: 'data-whole-and-once', find: findOtherRecords },
  { name: 'no-release-after-refusal', find: findLateReleases },
  { name: 'uses-within-limits', find: findUsesBeyond },
  { name: 'nothing-half-done', find: findHalfDone },
  { name: 'no-fault-of-its-own', find: findOwnFaults },
  { name: 'trails-verify', find: findBrokenTrails },
];

/** What was read is what the providers' own systems hold: each record, each once. */
async function findOtherRecords({ story: { journal, person, seed, kind } }: EndedRound): Promise<readonly string[]> {
  const records = journal.find('records');
  if (records === undefined) return [];
  const { terms } = await person.consent(journal.get('consent'));
  const atFund = kind === 'two-providers' ? digestsAtFund(seed) : [];
  const wanted = [...(await digestsAtSource(seed, terms.dataRange)), ...atFund].sort();
  if (JSON.stringify(records) === JSON.stringify(wanted)) return [];
  return [`${records.length} records were read, ${new Set(records).size} different, of ${wanted.length}`];
}
