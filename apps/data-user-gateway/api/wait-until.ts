import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_EVERY_MS = 200;

/**
 * Reads again and again until there is news or the time is up. Nothing is kept in memory that another replica would
 * need: the news is in the database.
 */
export async function waitUntil<T>(read: () => Promise<T>, isNews: (value: T) => boolean, seconds = 0): Promise<T> {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const value = await read();
    const left = end - performance.now();
    if (isNews(value) || left <= 0) return value;
    await sleep(Math.min(LOOK_EVERY_MS, left));
  }
}
