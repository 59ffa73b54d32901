import { join } from 'node:path';
import { CleanUp } from '../../apps/network-node/terminal/clean-up.ts';
import { drawRound } from './draw-round.ts';
import type { DrawnRound, Queues } from './drawn-round.ts';
import { describeFault, type FaultKind, faultKinds } from './fault.ts';
import { FaultNetwork } from './fault-network.ts';
import { type PlayedRound, playRound, type Violation } from './play-round.ts';

export interface RoundsAsked {
  /** The first; the others follow it. */
  readonly seed: number;
  readonly rounds: number;
  readonly only?: FaultKind | undefined;
  /** A defect to be found. */
  readonly plant?: string | undefined;
  /** Where the networks keep what they have, until they end. */
  readonly folder: string;
  /** Hears of each round as it ends. */
  readonly tell: (drawn: DrawnRound, played: PlayedRound, seconds: number) => void;
}

export interface RoundsRun {
  readonly seed: number;
  readonly rounds: number;
  readonly injected: Readonly<Record<string, number>>;
  /** Faults this machine could not have, by their kind. */
  readonly skipped: Readonly<Record<string, number>>;
  /** How often each was looked at. */
  readonly invariants: Readonly<Record<string, number>>;
  readonly violations: readonly Violation[];
  /** Calls that a fault left without an answer. */
  readonly unanswered: number;
  /** Calls of the data user that obeys nobody which were answered. */
  readonly disobedient: number;
}

/** Plays the rounds of these seeds, those with queues in PostgreSQL beside those with queues in Redis. */
export async function runRounds(asked: RoundsAsked, cleanUp: CleanUp): Promise<RoundsRun> {
  const drawn = Array.from({ length: asked.rounds }, (_, index) => drawRound(asked.seed + index, asked.only));
  const tally = new Tally(asked.seed);
  await Promise.all(
    (['postgres', 'redis'] as const).map((queues) =>
      runLane(
        queues,
        drawn.filter((round) => round.queues === queues),
        asked,
        tally,
        cleanUp,
      ),
    ),
  );
  return tally.result();
}

/** One network for all its rounds; a new one where something was found: it would be found again in each round to come. */
async function runLane(
  queues: Queues,
  rounds: readonly DrawnRound[],
  { folder, plant, tell }: RoundsAsked,
  tally: Tally,
  cleanUp: CleanUp,
): Promise<void> {
  const seeds = rounds.map(({ seed }) => seed);
  let own = new CleanUp();
  let network: FaultNetwork | undefined;
  cleanUp.add(() => own.run());
  for (const [index, drawn] of rounds.entries()) {
    cleanUp.check();
    const wanted = { folder: join(folder, `${queues}-${index}`), seeds: seeds.slice(index), queues, plant };
    network ??= await FaultNetwork.start(wanted, own);
    const begun = performance.now();
    const played = await playRound(network, drawn);
    tally.count(drawn, played);
    tell(drawn, played, Math.round((performance.now() - begun) / 100) / 10);
    if ([...played.found.values()].every((what) => what.length === 0)) continue;
    await own.run();
    own = new CleanUp();
    network = undefined;
  }
  await own.run();
}

class Tally {
  private rounds = 0;
  private disobedient = 0;
  private unanswered = 0;
  private readonly injected: Record<string, number> = Object.fromEntries(faultKinds.map((kind) => [kind, 0]));
  private readonly skipped: Record<string, number> = {};
  private readonly invariants: Record<string, number> = {};
  private readonly violations: Violation[] = [];

  constructor(private readonly seed: number) {}

  count({ seed, fault }: DrawnRound, { hindrance, unanswered, disobedient, found }: PlayedRound): void {
    this.rounds += 1;
    this.unanswered += unanswered;
    this.disobedient += disobedient;
    const counts = hindrance === undefined ? this.injected : this.skipped;
    counts[fault.kind] = (counts[fault.kind] ?? 0) + 1;
    for (const [invariant, all] of found) {
      this.invariants[invariant] = (this.invariants[invariant] ?? 0) + 1;
      for (const what of all) {
        this.violations.push({ seed, round: seed - this.seed + 1, invariant, what, fault: describeFault(fault) });
      }
    }
  }

  result(): RoundsRun {
    const { seed, rounds, injected, skipped, invariants, violations, unanswered, disobedient } = this;
    return { seed, rounds, injected, skipped, invariants, violations, unanswered, disobedient };
  }
}
