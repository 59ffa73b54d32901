import { describe, expect, it, test } from 'vitest';
import {
  type ConsentStanding,
  concludeSession,
  consentActs,
  consentStates,
  isRefusal,
  moveConsent,
  moveRequest,
  requestActs,
  requestStates,
  supersedes,
} from '#domain';

describe('a consent moves', () => {
  const table: Record<string, readonly string[]> = {
    //          pause      resume    revoke     expire
    ACTIVE: ['PAUSED', 'no', 'REVOKED', 'EXPIRED'],
    PAUSED: ['no', 'ACTIVE', 'REVOKED', 'EXPIRED'],
    REVOKED: ['never', 'never', 'never', 'never'],
    EXPIRED: ['never', 'never', 'never', 'never'],
  };
  const rows = consentStates.flatMap((state) =>
    consentActs.map((act, column) => [state, act, table[state]?.[column] ?? 'missing'] as const),
  );

  test.each(rows)('from %s by %s: %s', (state, act, answer) => {
    const next = moveConsent({ state, version: 4 }, act);
    const said = isRefusal(next) ? (next.code === 'consent-state-terminal' ? 'never' : 'no') : next.state;
    expect(said).toBe(answer);
    if (!isRefusal(next)) expect(next.version).toBe(5);
  });

  it('remembers until when it is paused, and forgets it on resuming', () => {
    const paused = moveConsent({ state: 'ACTIVE', version: 1 }, 'pause', '2026-08-01T00:00:00.000Z');
    expect(paused).toEqual({ state: 'PAUSED', version: 2, resumeAt: '2026-08-01T00:00:00.000Z' });
    expect(moveConsent(paused as ConsentStanding, 'resume')).toEqual({ state: 'ACTIVE', version: 3 });
  });
});

describe('a standing that is heard', () => {
  const rows: readonly (readonly [heard: ConsentStanding, kept: ConsentStanding, replaces: boolean])[] = [
    [{ state: 'PAUSED', version: 2 }, { state: 'ACTIVE', version: 1 }, true],
    [{ state: 'ACTIVE', version: 1 }, { state: 'PAUSED', version: 2 }, false],
    [{ state: 'PAUSED', version: 2 }, { state: 'PAUSED', version: 2 }, false],
    [{ state: 'REVOKED', version: 9 }, { state: 'ACTIVE', version: 1 }, true],
    [{ state: 'ACTIVE', version: 9 }, { state: 'REVOKED', version: 2 }, false],
    [{ state: 'ACTIVE', version: 9 }, { state: 'EXPIRED', version: 2 }, false],
  ];
  test.each(rows)('%o over %o: %s', (heard, kept, replaces) => {
    expect(supersedes(heard, kept)).toBe(replaces);
  });

  it('comes to the same end in whatever order and however often the events come', () => {
    const events: ConsentStanding[] = [
      { state: 'ACTIVE', version: 1 },
      { state: 'PAUSED', version: 2 },
      { state: 'ACTIVE', version: 3 },
      { state: 'REVOKED', version: 4 },
    ];
    for (const order of permutations([...events, ...events.slice(1, 3)])) {
      const end = order.reduce((kept, heard) => (supersedes(heard, kept) ? heard : kept));
      expect(end).toEqual({ state: 'REVOKED', version: 4 });
    }
  });
});

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}

describe('a consent request is decided once', () => {
  test.each(requestStates.flatMap((state) => requestActs.map((act) => [state, act] as const)))(
    'from %s by %s',
    (state, act) => {
      const next = moveRequest(state, act);
      expect(isRefusal(next) ? next.code : 'decided').toBe(state === 'PENDING' ? 'decided' : 'request-not-pending');
    },
  );
});

describe('a data session ends', () => {
  test.each([
    [['DELIVERED'], 'COMPLETED'],
    [['DELIVERED', 'NO_DATA'], 'COMPLETED'],
    [['DELIVERED', 'TIMEOUT'], 'PARTIAL'],
    [['NO_DATA', 'DENIED'], 'PARTIAL'],
    [['DENIED', 'TIMEOUT'], 'FAILED'],
  ] as const)('with accounts %o as %s', (outcomes, state) => {
    expect(concludeSession(outcomes)).toBe(state);
  });
});
