import type { z } from 'zod';
import { isEnded, refusalCodes } from '#domain';
import { withoutNulls } from '../api/api-forms.ts';
import type { dataRequestStates, dataRequestView, sessionView } from '../api/api-schemas.ts';
import type { FetchedSession } from '../data-sessions/fetched-session.ts';
import type { AskedData, RefusedBy } from './asked-data.ts';

export type DataRequestState = (typeof dataRequestStates)[number];
export type DataRequestView = z.output<typeof dataRequestView>;
export type SessionView = z.output<typeof sessionView>;

/** Where a data request stands, from what its sessions have come to. */
export function stateOf(asked: AskedData, sessions: readonly FetchedSession[]): DataRequestState {
  if (asked.state !== 'AUTHORISED') return asked.state;
  const under = sessions.filter(({ state }) => !isEnded(state));
  if (under.length > 0) return under.every(({ work }) => work === 'HOLD') ? 'AUTHORISED' : 'FETCHING';
  const states = new Set(sessions.map(({ state }) => state));
  if (states.size === 1) return [...states].find((state) => state !== 'ACTIVE') ?? 'FAILED';
  return states.has('COMPLETED') || states.has('PARTIAL') ? 'PARTIAL' : 'FAILED';
}

export function isSettled(state: DataRequestState): boolean {
  return state !== 'PENDING' && state !== 'FETCHING';
}

export function describeDataRequest(asked: AskedData, sessions: readonly FetchedSession[]): DataRequestView {
  const { id, consentId, dataTypes, dataRange, requestedAt, refusal, createdAt } = asked;
  return withoutNulls({
    ...{ id, consentId, state: stateOf(asked, sessions), dataTypes, dataRange, requestedAt, createdAt },
    refusal: refusal === null ? null : describeRefusal(refusal),
    sessions: sessions.map(describeSession),
  }) as DataRequestView;
}

export function describeSession(session: FetchedSession): SessionView {
  const { id: sessionId, provider: dataProvider, state, nextPart: partsReceived, records, accounts } = session;
  const { manifestDigest, receivedAt, eraseBy, erasedAt, refusal } = session;
  const view = withoutNulls({
    ...{ sessionId, dataProvider, state, partsReceived, records, accounts, manifestDigest },
    ...{ receivedAt, eraseBy, erasedAt, refusal: refusal === null ? null : describeRefusal(refusal) },
  });
  // The same JSON; the type of the view is that of the published schema.
  return view as unknown as SessionView;
}

function describeRefusal({ by, code, detail }: RefusedBy) {
  const [, title, next] = refusalCodes[code];
  return { by, code, title, detail, next };
}
