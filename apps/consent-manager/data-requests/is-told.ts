/**
 * Which refusals of one consent for one reason on one day (UTC) get an entry on the timeline: the first, the tenth, the
 * hundredth, and so on. However often someone asks, a handful of lines says so.
 * @param times so far on that day, this one with them
 */
export function isTold(times: number): boolean {
  return /^10*$/.test(String(times));
}
