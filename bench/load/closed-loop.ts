import type { LoadResult } from './load-messages.ts';

/**
 * So many workers, each doing one operation after another.
 *
 * @param act gets the number of its worker
 * @throws the first failure of any
 */
export async function runClosedLoop(
  act: (worker: number) => Promise<void>,
  { concurrency, seconds, times }: { concurrency: number; seconds?: number; times?: number },
): Promise<LoadResult> {
  const latenciesMs: number[] = [];
  const begun = performance.now();
  const deadline = seconds === undefined ? Number.POSITIVE_INFINITY : begun + seconds * 1000;
  let left = times ?? Number.POSITIVE_INFINITY;
  const work = async (worker: number) => {
    while (left > 0 && performance.now() < deadline) {
      left -= 1;
      const from = performance.now();
      await act(worker);
      latenciesMs.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, (_, worker) => work(worker)));
  return { latenciesMs, seconds: (performance.now() - begun) / 1000 };
}
