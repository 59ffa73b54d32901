import { addSeconds, earlierOf, type Instant, isRefusal, type Refusal, refuse } from '#domain';
import type { ListedKey, Participant, ParticipantDescription } from '#protocol';
import type { ListedParticipant } from './participant-store.ts';

const OLDEST_SECONDS = 86_400;

/**
 * Takes over what a participant says of itself. Keys it no longer names are retired; keys that were retired or
 * compromised are never taken back.
 *
 * @returns refusals: `description-outdated`, `status-change-not-allowed` (it has withdrawn), `key-not-acceptable`
 */
export function enrolParticipant(
  listed: ListedParticipant | undefined,
  description: ParticipantDescription,
  now: Instant,
): ListedParticipant | Refusal {
  const { describedAt } = description;
  if (describedAt < addSeconds(now, -OLDEST_SECONDS)) return refuse('description-outdated', 'more than a day old');
  if (describedAt > addSeconds(now, 60)) return refuse('description-outdated', 'from the future');
  if (listed !== undefined && describedAt < listed.describedAt) return refuse('description-outdated');
  if (listed?.participant.status === 'withdrawn') return refuse('status-change-not-allowed', 'it has withdrawn');
  const keys = mergeKeys(listed?.participant.keys ?? [], description, now);
  if (isRefusal(keys)) return keys;
  const { id, name, roles, endpoints, dataTypes } = description;
  const status = listed?.participant.status ?? 'active';
  return { participant: { id, name, roles, endpoints, keys, dataTypes, status }, describedAt };
}

function mergeKeys(listed: readonly ListedKey[], description: ParticipantDescription, now: Instant) {
  const named = new Map(description.keys.map((key) => [key.kid, key]));
  for (const key of listed) {
    const again = named.get(key.kid);
    if (again === undefined) continue;
    if (key.retiredAt !== undefined || key.compromisedSince !== undefined) return refuse('key-not-acceptable', key.kid);
    if (again.use !== key.use) return refuse('key-not-acceptable', `${key.kid} has another use`);
  }
  const known = new Set(listed.map((key) => key.kid));
  // What was signed in the second of the description, or since, was signed with a listed key.
  const validFrom = earlierOf(description.describedAt, now);
  const kept = listed.map((key) => (named.has(key.kid) ? key : { ...key, retiredAt: key.retiredAt ?? now }));
  const added = description.keys.filter(({ kid }) => !known.has(kid)).map((key) => ({ ...key, validFrom }));
  return [...kept, ...added];
}

export type KeyAct = { readonly retiredAt: Instant } | { readonly compromisedSince: Instant };

/** The earlier of two such moments stands: neither is ever moved towards the future. */
export function markKey(participant: Participant, kid: string, act: KeyAct): Participant | Refusal {
  if (!participant.keys.some((key) => key.kid === kid)) return refuse('participant-unknown', `no key ${kid}`);
  const keys = participant.keys.map((key) => (key.kid === kid ? { ...key, ...earliest(key, act) } : key));
  return { ...participant, keys };
}

function earliest(key: ListedKey, act: KeyAct): KeyAct {
  if ('retiredAt' in act) return { retiredAt: earlierOf(act.retiredAt, key.retiredAt ?? act.retiredAt) };
  return { compromisedSince: earlierOf(act.compromisedSince, key.compromisedSince ?? act.compromisedSince) };
}
