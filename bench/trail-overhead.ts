import type { Plan } from './plan.ts';
import { type MeasuredAfter, round } from './results.ts';
import { compareInTurns, type Driven, takeTurn } from './slices/in-turns.ts';

const measured = ['issue', 'fetch-10kb'] as const;

/** The same operations where the audit trail is kept and where it is off. */
export async function measureTrailOverhead(
  kept: Driven,
  off: Driven,
  { concurrencies, sliceSeconds: seconds, trailWarmUpSeconds }: Plan,
): Promise<MeasuredAfter['trailOverhead']> {
  const results: MeasuredAfter['trailOverhead'][number][] = [];
  for (const name of measured) {
    const turn = { operation: name, concurrency: concurrencies[1], seconds };
    await takeTurn(off, { ...turn, seconds: trailWarmUpSeconds });
    await takeTurn(kept, turn);
    const [cpuMicros, withoutMicros] = await compareInTurns(kept, off, turn);
    results.push({ name, cpuMicros, withoutMicros, trailOverhead: round(cpuMicros / withoutMicros, 3) });
  }
  return results;
}
