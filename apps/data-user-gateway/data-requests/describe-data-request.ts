import type { z } from 'zod';
import { isEnded, type SessionState } from '#domain';
import { withoutNulls } from '../api/api-forms.ts';
import type { SessionStanding } from '../data-sessions/fetched-session.ts';
import { describeSession } from '../data-sessions/session-view.ts';
import { describeRefusal } from '../refusals/refusal-view.ts';
import type { AskedData, DataRequestStanding } from './asked-data.ts';
import type { dataRequestStates, dataRequestView } from './data-request-schemas.ts';

export type DataRequestState = (typeof dataRequestStates)[number];
export type DataRequestView = z.output<typeof dataRequestView>;

/** Where a data request stands, from what its sessions have come to. */
export function stateOf(asked: AskedData, sessions: readonly SessionStanding[]): DataRequestState {
  if (asked.state !== 'AUTHORISED') return asked.state;
  const under = sessions.filter(({ state }) => !isEnded(state));
  if (under.length > 0) return under.every(({ work }) => work === 'HOLD') ? 'AUTHORISED' : 'FETCHING';
  const states = new Set(lastOf(sessions).map((session) => stateOfChain(session, sessions)));
  if (states.size === 1) return [...states].find((state) => state !== 'ACTIVE') ?? 'FAILED';
  return states.has('COMPLETED') || states.has('PARTIAL') ? 'PARTIAL' : 'FAILED';
}

/** Those that no other fetches the rest of. */
export function lastOf(sessions: readonly SessionStanding[]): SessionStanding[] {
  return sessions.filter(({ id }) => !sessions.some(({ retryOf }) => retryOf === id));
}

/** What was delivered before a retry that brought nothing is still there. */
function stateOfChain({ state, retryOf }: SessionStanding, sessions: readonly SessionStanding[]): SessionState {
  if (state === 'COMPLETED' || state === 'PARTIAL') return state;
  const before = sessions.find(({ id }) => id === retryOf);
  return before !== undefined && stateOfChain(before, sessions) === 'PARTIAL' ? 'PARTIAL' : state;
}

export function isSettled(state: DataRequestState): boolean {
  return state !== 'PENDING' && state !== 'FETCHING';
}

export function describeDataRequest({ asked, sessions, handOvers }: DataRequestStanding): DataRequestView {
  const { id, consentId, dataTypes, dataRange, requestedAt, refusal, createdAt } = asked;
  return withoutNulls({
    ...{ id, consentId, state: stateOf(asked, sessions), dataTypes, dataRange, requestedAt, createdAt },
    refusal: refusal === null ? null : describeRefusal(refusal),
    sessions: sessions.map((session) => describeSession(session, handOvers)),
  }) as DataRequestView;
}
