import type { Instant, KeyUse } from '#domain';
import type { ListedKey } from './participant.ts';

/** Whether the key could sign at this moment, as far as validity and retirement go. */
export function wasValidAt(key: ListedKey, at: Instant): boolean {
  if (at < key.validFrom) return false;
  if (key.validUntil !== undefined && at >= key.validUntil) return false;
  return key.retiredAt === undefined || at < key.retiredAt;
}

export function hasRetired(key: ListedKey, at: Instant): boolean {
  return key.retiredAt !== undefined && key.retiredAt <= at;
}

/** A live message needs a key of this use that is valid now and was never compromised. */
export function isRelyableNow(key: ListedKey, use: KeyUse, now: Instant): boolean {
  return key.use === use && wasValidAt(key, now) && !isCompromised(key, now);
}

/**
 * A statement needs a key that was valid when it was made. Where the key was compromised later, whoever held it could
 * have written any date: then only what was witnessed before counts.
 */
export function isRelyableFor(
  key: ListedKey,
  use: KeyUse,
  statement: { readonly issuedAt: Instant; readonly witnessedAt?: Instant | undefined; readonly now: Instant },
): boolean {
  if (key.use !== use || !wasValidAt(key, statement.issuedAt)) return false;
  if (!isCompromised(key, statement.now)) return true;
  const { compromisedSince } = key;
  return (
    compromisedSince !== undefined && statement.witnessedAt !== undefined && statement.witnessedAt < compromisedSince
  );
}

function isCompromised(key: ListedKey, now: Instant): boolean {
  return key.compromisedSince !== undefined && key.compromisedSince <= now;
}
