import { hearNews } from './news.ts';

const LOOK_EVERY_MS = 200;

/**
 * Reads again until there is news or the time is up: at once where this process hears of it, else a little later. The
 * news itself is in the database, where every replica finds it.
 *
 * @param id what the news would be about
 */
export async function waitUntil<T>(
  id: string,
  read: () => Promise<T>,
  isNews: (value: T) => boolean,
  seconds = 0,
): Promise<T> {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    // Before the reading: what is committed after it is not missed.
    const hearing = hearNews(id);
    try {
      const value = await read();
      const left = end - performance.now();
      if (isNews(value) || left <= 0) return value;
      await hearing.news(Math.min(LOOK_EVERY_MS, left));
    } finally {
      hearing.stop();
    }
  }
}
