export const pauseLengths = ['byHand', 'day', 'week', 'month', 'own'] as const;
export type PauseLength = (typeof pauseLengths)[number];

const days: Partial<Record<PauseLength, number>> = { day: 1, week: 7, month: 30 };

/**
 * When a pause ends; absent where she resumes by hand.
 *
 * @param own as a field for date and time holds it: a time of the reader's own clock
 */
export function pauseEnd(length: PauseLength, own: string, now: Date): string | undefined {
  if (length === 'own') return new Date(own).toISOString();
  const count = days[length];
  return count === undefined ? undefined : new Date(now.getTime() + count * 86_400_000).toISOString();
}
