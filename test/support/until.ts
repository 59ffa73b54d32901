import { setTimeout as sleep } from 'node:timers/promises';

/** Events and timers take a moment: asks again until the answer is the wanted one, for ten seconds at most. */
export async function until<T>(ask: () => Promise<T>, wanted: T): Promise<T> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (answer === wanted || Date.now() > deadline) return answer;
    await sleep(20);
  }
}
