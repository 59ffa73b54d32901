import type { Instant } from '../clock/instant.ts';
import type { ParticipantId } from '../participant/participant.ts';
import type { FormerConsent } from './check-renewal.ts';

/** A consent among others that one person gave. */
export interface PastConsent extends FormerConsent {
  readonly approvedAt: Instant;
  /** When she withdrew it. */
  readonly revokedAt?: Instant | undefined;
}

interface AskedAnew {
  readonly dataUser: ParticipantId;
  readonly purpose: string;
  readonly at: Instant;
}

/**
 * The consent that a yes to the same data user for the same purpose renews: the newest that she had not withdrawn by
 * then. No request says that it renews one: who asks for more would leave that out. What an emergency gave is no habit.
 *
 * @param past the oldest first
 */
export function findFormer(
  { dataUser, purpose, at }: AskedAnew,
  past: readonly PastConsent[],
): PastConsent | undefined {
  return past.findLast(
    (one) =>
      one.dataUser === dataUser &&
      one.terms.purpose.code === purpose &&
      one.givenBy?.kind !== 'emergency-access' &&
      (one.revokedAt === undefined || one.revokedAt > at),
  );
}

/**
 * The consent that one renews, and the one that renewed it; a rule that renewed says which.
 *
 * @param past the oldest first, with this one
 */
export function findRenewals(
  id: string,
  past: readonly PastConsent[],
): { readonly renews?: PastConsent | undefined; readonly renewedBy?: PastConsent | undefined } {
  const formers = past.map((one, index) => formerOf(one, past.slice(0, index)));
  const renewedBy = past[formers.findIndex((former) => former?.id === id)];
  return { renews: formers[past.findIndex((one) => one.id === id)], renewedBy };
}

function formerOf({ dataUser, terms, approvedAt: at, givenBy }: PastConsent, past: readonly PastConsent[]) {
  if (givenBy?.renews !== undefined) return past.find(({ id }) => id === givenBy.renews);
  if (givenBy?.kind === 'emergency-access') return undefined;
  return findFormer({ dataUser, purpose: terms.purpose.code, at }, past);
}
