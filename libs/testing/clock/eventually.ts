import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until `look` finds something. */
export async function eventually<T>(look: () => T | undefined | Promise<T | undefined>, seconds = 10): Promise<T> {
  const until = performance.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > until) throw new Error('it did not come to that in time');
    await sleep(20);
  }
}
