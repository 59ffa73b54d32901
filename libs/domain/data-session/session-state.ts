export const sessionStates = ['ACTIVE', 'COMPLETED', 'PARTIAL', 'EXPIRED', 'FAILED'] as const;
/** COMPLETED: every account answered; PARTIAL: some did; FAILED: none did; EXPIRED: nobody fetched in time. */
export type SessionState = (typeof sessionStates)[number];

export const accountOutcomes = ['DELIVERED', 'NO_DATA', 'DENIED', 'TIMEOUT'] as const;
/** How one account ended: DENIED by a rule or by the schema, TIMEOUT when the record source did not answer. */
export type AccountOutcome = (typeof accountOutcomes)[number];

const answered: readonly AccountOutcome[] = ['DELIVERED', 'NO_DATA'];

/** How a session ends, from how each of its accounts did. */
export function concludeSession(outcomes: readonly AccountOutcome[]): SessionState {
  const good = outcomes.filter((outcome) => answered.includes(outcome)).length;
  if (good === outcomes.length) return 'COMPLETED';
  return good > 0 ? 'PARTIAL' : 'FAILED';
}

export function isEnded(state: SessionState): boolean {
  return state !== 'ACTIVE';
}
