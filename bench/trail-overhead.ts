import type { LoadProcess } from './load/load-process.ts';
import type { Plan } from './plan.ts';
import { type MeasuredAfter, microsEach, round } from './results.ts';
import type { ProductSide } from './sides/product-side.ts';
import { addUp, type Measured, measureSlice } from './slices/slice.ts';

/** A product and the process that calls it. */
export interface Driven {
  readonly product: ProductSide;
  readonly load: LoadProcess;
}

const measured = ['issue', 'fetch-10kb'] as const;
const turns = ['kept', 'off', 'off', 'kept'] as const;

/** The same operations where the audit trail is kept and where it is off, in turns. */
export async function measureTrailOverhead(
  sides: Readonly<Record<(typeof turns)[number], Driven>>,
  { concurrencies, sliceSeconds, trailWarmUpSeconds }: Plan,
): Promise<MeasuredAfter['trailOverhead']> {
  const results: MeasuredAfter['trailOverhead'][number][] = [];
  for (const name of measured) {
    const slice = ({ product, load }: Driven, seconds: number) =>
      measureSlice(load, product, { side: 'product', operation: name, concurrency: concurrencies[1], seconds });
    await slice(sides.off, trailWarmUpSeconds);
    await slice(sides.kept, sliceSeconds);
    const slices: Record<(typeof turns)[number], Measured[]> = { kept: [], off: [] };
    for (const turn of turns) slices[turn].push(await slice(sides[turn], sliceSeconds));
    const [cpuMicros, withoutMicros] = [microsEach(addUp(slices.kept)), microsEach(addUp(slices.off))];
    results.push({ name, cpuMicros, withoutMicros, trailOverhead: round(cpuMicros / withoutMicros, 3) });
  }
  return results;
}
