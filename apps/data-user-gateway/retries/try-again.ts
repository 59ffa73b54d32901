import { setTimeout as sleep } from 'node:timers/promises';
import { PeerUnavailable } from '#platform';

const PAUSES_MS = [100, 400];

/** Three tries in half a second where the counterpart gives no answer; for longer trouble there are timers. */
export async function tryAgain<T>(work: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES_MS) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof PeerUnavailable)) throw error;
      await sleep(pause);
    }
  }
  return work();
}

/** Seconds to wait before the next of many tries: doubling, at most a minute, with some chance so that not all come at once. */
export function backoffSeconds(tries: number): number {
  return Math.min(60, 0.5 * 2 ** Math.min(tries, 10)) * (0.75 + Math.random() / 2);
}
