import { addSeconds, type Instant, type KeyUse, type Refusal, refuse } from '#domain';
import { isRelyableNow, type ListedKey, type Participant, type PublicJwk } from '#protocol';

/** A rotation needs three: the one that signs, the next, and the one before until its last words have arrived. */
const MOST_LIVE = 4;
/** A key once listed stays in the list: nobody fills it in a day. */
const MOST_NEW_A_DAY = 20;

export interface IntroducedKey {
  readonly kid: string;
  readonly use: KeyUse;
  readonly jwk: PublicJwk;
  /** The kid of the key that introduces it. */
  readonly by: string;
}

/**
 * Lists one more key, introduced by a present one of its use; all else of the participant stays.
 * @returns the same participant where the key is listed already; refusals: `key-not-listed` (the one that introduces it
 * is not a present one), `key-not-acceptable` (it has ended, has another use, or too many are live), `too-many-requests`
 */
export function introduceKey(participant: Participant, key: IntroducedKey, now: Instant): Participant | Refusal {
  const { kid, use, jwk, by } = key;
  if (!signsNow(participant, by, use, now)) return refuse('key-not-listed', by);
  const known = participant.keys.find((listed) => listed.kid === kid);
  if (known?.use === use && isRelyableNow(known, use, now)) return participant;
  if (known !== undefined) return refuse('key-not-acceptable', kid);
  const ofUse = participant.keys.filter((listed) => listed.use === use);
  if (ofUse.filter((listed) => isRelyableNow(listed, use, now)).length >= MOST_LIVE)
    return refuse('key-not-acceptable', `${MOST_LIVE} keys for ${use} are live: retire one first`);
  if (ofUse.filter((listed) => listed.validFrom > addSeconds(now, -86_400)).length >= MOST_NEW_A_DAY)
    return refuse('too-many-requests', `${MOST_NEW_A_DAY} new keys for ${use} in a day`);
  return { ...participant, keys: [...participant.keys, { kid, use, jwk, validFrom: now }] };
}

/**
 * Retires a key by the word of another present one of its use: so one is always left.
 * @returns the same participant where it has ended already; refusals: `key-not-listed`, `participant-unknown` (no such
 * key), `key-not-acceptable` (it would retire itself, or has another use)
 */
export function retireKey(
  participant: Participant,
  { kid, use, by }: { readonly kid: string; readonly use: KeyUse; readonly by: string },
  now: Instant,
): Participant | Refusal {
  if (!signsNow(participant, by, use, now)) return refuse('key-not-listed', by);
  const key = participant.keys.find((listed) => listed.kid === kid);
  if (key === undefined) return refuse('participant-unknown', `no key ${kid}`);
  if (key.use !== use || kid === by) return refuse('key-not-acceptable', kid);
  if (key.retiredAt !== undefined) return participant;
  const retired: ListedKey = { ...key, retiredAt: now };
  return { ...participant, keys: participant.keys.map((listed) => (listed === key ? retired : listed)) };
}

function signsNow({ keys }: Participant, kid: string, use: KeyUse, now: Instant): boolean {
  const key = keys.find((listed) => listed.kid === kid);
  return key !== undefined && isRelyableNow(key, use, now);
}
