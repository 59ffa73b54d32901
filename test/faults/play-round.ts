import { setTimeout as sleep } from 'node:timers/promises';
import { findAcknowledgedLost } from './acknowledged-kept.ts';
import { Books } from './books.ts';
import { readComplaints } from './complaints.ts';
import { DisobedientUser } from './disobedient-user.ts';
import type { DrawnRound } from './drawn-round.ts';
import { type EndedRound, inWords } from './ended-round.ts';
import { describeFault, type Fault } from './fault.ts';
import type { FaultNetwork } from './fault-network.ts';
import { findHindrance, injectFault } from './inject-fault.ts';
import { invariants } from './invariants.ts';
import { Journal } from './journal.ts';
import { findLateReleases } from './late-releases.ts';
import { findOwnFaults } from './own-faults.ts';
import { Story } from './story.ts';
import { tellStory } from './tell-story.ts';

const settlingMs = 60_000;
/** That a story comes to its end is what every round begins with. */
export const storyGoesOn = 'story-goes-on';

export interface Violation {
  readonly seed: number;
  readonly round: number;
  readonly invariant: string;
  readonly what: string;
  readonly fault: string;
}

export interface PlayedRound {
  /** Why the fault was left out here; undefined where it was not. */
  readonly hindrance?: string | undefined;
  /** Calls that got no answer, or none that was of use. */
  readonly unanswered: number;
  /** Calls of the data user that obeys nobody which were answered, with whatever. */
  readonly disobedient: number;
  /** Invariant -> what breaks it. Only those that were checked. */
  readonly found: ReadonlyMap<string, readonly string[]>;
  /** What happened when, and what the roles logged, where something was found. */
  readonly report: string;
}

/** Tells the story of a round, breaks what it says, mends it, lets it come to its end, and looks at what is there. */
export async function playRound(at: FaultNetwork, drawn: DrawnRound): Promise<PlayedRound> {
  const journal = new Journal();
  const story = new Story(at, journal, drawn.seed, drawn.story);
  const books = Books.open(at.network);
  const found = new Map<string, readonly string[]>();
  const hindrance = findHindrance(at, drawn.fault);
  at.clocks.forget();
  at.storeTroubles.forget();
  at.ledger.isOutOfOrder = true;
  for (const wire of [...at.wires.values(), ...at.registryWires.values()]) {
    wire.seen.length = 0;
    wire.tokens.clear();
  }
  const disobedient = await DisobedientUser.begin(at);
  try {
    found.set(storyGoesOn, []);
    const { come, ended } = tellStory(story, books, drawn.moment);
    await Promise.race([come, ended]);
    if (hindrance === undefined) found.set('no-acknowledged-state-lost', await breakAndMend(story, drawn.fault));
    await ended;
    await settle(story, books);
    // However fast the story was told: what has ended in it is asked for once at least.
    await disobedient.askForAll();
    await settle(story, books);
    for (const { name, find } of invariants) {
      found.set(name, [...(found.get(name) ?? []), ...(await find({ story, books }))]);
    }
  } catch (error) {
    found.set(storyGoesOn, [`${error}`]);
    // What passed on the wires is known however the story ended.
    found.set('no-release-after-refusal', await findLateReleases({ story, books }).catch(() => []));
    found.set('no-fault-of-its-own', await findOwnFaults({ story, books }));
  } finally {
    at.letOn();
    await Promise.all([story.close(), books.close(), disobedient.stop()]);
  }
  const isBroken = [...found.values()].some((what) => what.length > 0);
  const report = isBroken ? `${journal}\n${readComplaints(at.network)}` : '';
  return { hindrance, unanswered: story.unanswered, disobedient: disobedient.answered, found, report };
}

/** @returns what is broken, each with the name of its invariant */
export async function findBroken(round: EndedRound): Promise<string[]> {
  const found = invariants.map(async ({ name, find }) => (await find(round)).map((what) => `${name}: ${what}`));
  return (await Promise.all(found)).flat();
}

/** @returns what was acknowledged before and does not hold afterwards */
export async function breakAndMend(story: Story, fault: Fault): Promise<string[]> {
  const { at, journal } = story;
  journal.note(`— ${describeFault(fault)}`);
  const storesMended = at.storeTroubles.begin(fault);
  const heal = await injectFault(at, fault);
  await sleep(fault.forMs);
  at.hold();
  await heal();
  await at.untilReady();
  storesMended();
  journal.note('— mended');
  const lost = await findAcknowledgedLost(story);
  at.letOn();
  return lost;
}

/** What is on its way comes to its end; what does not is half done, and found by its invariant. */
export async function settle(story: Story, books: Books): Promise<void> {
  const until = Date.now() + settlingMs;
  for (;;) {
    const rows = await story.insist(() => books.findUnderWay());
    if (rows.length === 0) return;
    if (Date.now() > until) return story.journal.note(`— not settled: ${rows.map(inWords).join('; ')}`);
    await sleep(50);
  }
}
