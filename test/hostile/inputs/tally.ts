import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

export const hostileClasses = ['json', 'jws', 'hpke', 'bit-flips', 'parsers', 'states', 'endpoints'] as const;
export type HostileClass = (typeof hostileClasses)[number];

/**
 * accepted: what was forged, altered or out of form was taken; serverErrors: a fault, where a refusal was due; hangs: no
 * answer in time; refusedGood: what is in order was refused, which makes every other figure worth nothing.
 */
export type Harm = 'accepted' | 'serverErrors' | 'hangs' | 'refusedGood';

export class HarmDone extends Error {
  constructor(
    readonly harm: Harm,
    what: string,
  ) {
    super(what);
    this.name = 'HarmDone';
  }
}

/** `npm run hostile` says how much and from which seed; the slice in `npm test` is small and always the same. */
export const seed = Number(process.env['HOSTILE_SEED'] ?? 20_261_121);
const tries = Number(process.env['HOSTILE_TRIES'] ?? 12_000);
const reports = process.env['HOSTILE_REPORTS'];

const shares: Record<HostileClass, number> = {
  json: 0.12,
  jws: 0.04,
  hpke: 0.01,
  'bit-flips': 0.61,
  parsers: 0.08,
  states: 0.08,
  endpoints: 0.06,
};

const SLOW_MS = 10_000;

/** What was tried of one class, and what harm it did. */
export class Tally {
  tried = 0;
  readonly harms: Record<Harm, number> = { accepted: 0, serverErrors: 0, hangs: 0, refusedGood: 0 };
  readonly findings: string[] = [];
  /** How much to try of this class. */
  readonly most: number;

  constructor(readonly name: HostileClass) {
    this.most = Math.ceil(tries * shares[name]);
  }

  note(harm: Harm, what: string): void {
    this.harms[harm] += 1;
    if (this.findings.length < 40) this.findings.push(`${this.name}: ${harm}: ${what}`);
  }

  /** One try; it throws HarmDone, or anything else for a fault. */
  async try(what: string, act: () => unknown): Promise<void> {
    this.tried += 1;
    try {
      await act();
    } catch (error) {
      this.blame(error, what);
    }
  }

  /** A property that must hold for whatever is drawn; a counterexample is made as small as it goes. */
  async hold<T>(what: string, values: fc.Arbitrary<T>, share: number, act: (value: T) => unknown): Promise<void> {
    const property = fc.asyncProperty(values, async (value) => {
      this.tried += 1;
      const begun = performance.now();
      await act(value);
      if (performance.now() - begun > SLOW_MS) throw new HarmDone('hangs', 'took longer than ten seconds');
    });
    const run = await fc.check(property, { seed, numRuns: Math.max(10, Math.ceil(this.most * share)) });
    if (!run.failed) return;
    const shown = run.counterexample === null ? '' : fc.stringify(run.counterexample).slice(0, 400);
    this.blame(run.errorInstance, `${what} (seed ${seed}, path ${run.counterexamplePath}): ${shown}`);
  }

  /** Where the act is part of a greater try. */
  blame(error: unknown, what: string): void {
    const harm = error instanceof HarmDone ? error.harm : 'serverErrors';
    const said = error instanceof HarmDone ? error.message : error instanceof Error ? error.stack : String(error);
    this.note(harm, `${what}: ${said}`);
  }

  /** For `npm run hostile`, which puts the classes of all spec files together. */
  report(): void {
    if (reports === undefined) return;
    mkdirSync(reports, { recursive: true });
    const { name, tried, harms, findings } = this;
    writeFileSync(join(reports, `${name}.json`), JSON.stringify({ name, tried, ...harms, findings }));
  }
}
