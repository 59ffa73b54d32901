import type { Instant } from '#domain';
import type { SigningKey } from '#platform';
import type { ListedKey } from '#protocol';

/**
 * The registry's own keys as its list names them: the present and the next are added, one that has said its last words
 * retires. @returns `listed` itself where nothing changes
 */
export function ownKeys(listed: readonly ListedKey[], keys: readonly SigningKey[], now: Instant): readonly ListedKey[] {
  const added = keys
    .filter(({ kid, state }) => (state === 'active' || state === 'next') && !listed.some((key) => key.kid === kid))
    .map(({ kid, jwk }): ListedKey => ({ kid, use: 'trust-list', jwk, validFrom: now }));
  const silent = new Set(
    keys
      .filter(({ state, lastWordsUntil = now }) => state === 'retired' && lastWordsUntil <= now)
      .map(({ kid }) => kid),
  );
  const retires = ({ kid, retiredAt, compromisedSince }: ListedKey) =>
    silent.has(kid) && retiredAt === undefined && compromisedSince === undefined;
  if (added.length === 0 && !listed.some(retires)) return listed;
  return [...listed.map((key) => (retires(key) ? { ...key, retiredAt: now } : key)), ...added];
}
