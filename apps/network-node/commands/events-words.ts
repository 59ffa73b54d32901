import type { Instant } from '#domain';
import type { Delivery, ListedEvent } from '#platform';
import { green, red, yellow } from '../terminal/terminal.ts';

const units = [
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
] as const;

/** `3 d`, `17 h`, `4 min`, `12 s` */
export function ageWords(since: Instant, now = Date.now()): string {
  const seconds = Math.max(0, Math.round((now - Date.parse(since)) / 1000));
  const [unit, length] = units.find(([, each]) => seconds >= each) ?? (['s', 1] as const);
  return `${Math.floor(seconds / length)} ${unit}`;
}

export function standingWord({ acknowledgedAt, deadAt, underWay }: ListedEvent): string {
  if (acknowledgedAt !== null) return 'acknowledged';
  if (deadAt !== null) return 'dead';
  return underWay ? 'under way' : 'waiting';
}

const colours: Partial<Record<Delivery['outcome'], (text: string) => string>> = {
  delivered: green,
  replayed: yellow,
};

export const outcomeWord = (outcome: Delivery['outcome']): string => (colours[outcome] ?? red)(outcome);

export const tookWords = (milliseconds: number | null): string => (milliseconds === null ? '' : `${milliseconds} ms`);
