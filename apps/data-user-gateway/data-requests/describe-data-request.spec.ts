import { describe, expect, test } from 'vitest';
import type { SessionState } from '#domain';
import type { FetchedSession } from '../data-sessions/fetched-session.ts';
import type { AskedData } from './asked-data.ts';
import { isSettled, stateOf } from './describe-data-request.ts';

const asked = (state: AskedData['state']) => ({ state }) as AskedData;
const sessions = (...states: (SessionState | 'HOLD')[]) =>
  states.map((state, id) => ({
    ...{ id: `${id}`, retryOf: null },
    ...(state === 'HOLD' ? { state: 'ACTIVE', work: 'HOLD' } : { state, work: state === 'ACTIVE' ? 'FETCH' : 'NONE' }),
  })) as unknown as FetchedSession[];
/** Each fetches once more what failed of the one before. */
const retried = (...states: SessionState[]) =>
  sessions(...states).map((session, id) => ({ ...session, retryOf: id === 0 ? null : `${id - 1}` }));

describe('where a data request stands', () => {
  test.each([
    ['PENDING', asked('PENDING'), [], false],
    ['REFUSED', asked('REFUSED'), [], true],
    ['AUTHORISED', asked('AUTHORISED'), sessions('HOLD', 'HOLD'), true],
    ['FETCHING', asked('AUTHORISED'), sessions('HOLD', 'ACTIVE'), false],
    ['FETCHING', asked('AUTHORISED'), sessions('COMPLETED', 'ACTIVE'), false],
    ['COMPLETED', asked('AUTHORISED'), sessions('COMPLETED', 'COMPLETED'), true],
    ['PARTIAL', asked('AUTHORISED'), sessions('COMPLETED', 'FAILED'), true],
    ['PARTIAL', asked('AUTHORISED'), sessions('PARTIAL'), true],
    ['FAILED', asked('AUTHORISED'), sessions('FAILED', 'FAILED'), true],
    ['FAILED', asked('AUTHORISED'), sessions('FAILED', 'EXPIRED'), true],
    ['EXPIRED', asked('AUTHORISED'), sessions('EXPIRED'), true],
    ['FETCHING', asked('AUTHORISED'), retried('PARTIAL', 'ACTIVE'), false],
    ['COMPLETED', asked('AUTHORISED'), retried('PARTIAL', 'COMPLETED'), true],
    ['COMPLETED', asked('AUTHORISED'), retried('FAILED', 'FAILED', 'COMPLETED'), true],
    ['PARTIAL', asked('AUTHORISED'), retried('PARTIAL', 'FAILED'), true],
    ['PARTIAL', asked('AUTHORISED'), retried('FAILED', 'PARTIAL'), true],
    ['FAILED', asked('AUTHORISED'), retried('FAILED', 'FAILED'), true],
  ] as const)('is %s', (state, request, of, settled) => {
    expect(stateOf(request, of)).toBe(state);
    expect(isSettled(state)).toBe(settled);
  });
});
