const msecsOfDay = 86_400_000;

/** The newest days in UTC, oldest first, as the roles count them. @param now milliseconds */
export function lastDays(count: number, now: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    new Date(now - (count - 1 - index) * msecsOfDay).toISOString().slice(0, 10),
  );
}
