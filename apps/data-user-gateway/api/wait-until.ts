import { hearNews } from './news.ts';

/** Twice as long each time: most news comes from this process, which hears of it. */
const FIRST_LOOK_MS = 500;
/** What is only expected to wait still is soon read. */
const LOOK_AT_EXPECTED_MS = 50;
const LONGEST_LOOK_MS = 2000;

/**
 * Reads again until there is news or the time is up: at once where this process hears of it, else a little later. The
 * news itself is in the database, where every replica finds it.
 *
 * @param id what the news would be about
 * @param read is given what was told of it, where anything was
 * @param expected what would be read if nothing became of it yet: where no news comes at once, it is read
 */
export async function waitUntil<T>(
  id: string,
  read: (news?: unknown) => Promise<T>,
  isNews: (value: T) => boolean,
  seconds = 0,
  expected?: T,
): Promise<T> {
  const end = performance.now() + seconds * 1000;
  let assumed = seconds > 0 ? expected : undefined;
  let news: unknown;
  let lookMs = assumed === undefined ? FIRST_LOOK_MS : LOOK_AT_EXPECTED_MS;
  for (; ; lookMs = Math.min(2 * lookMs, LONGEST_LOOK_MS)) {
    // Before the reading: what is committed after it is not missed.
    const hearing = hearNews(id);
    try {
      const value = assumed ?? (await read(news));
      assumed = undefined;
      const left = end - performance.now();
      if (isNews(value) || left <= 0) return value;
      news = await hearing.news(Math.min(lookMs, left));
    } finally {
      hearing.stop();
    }
  }
}
