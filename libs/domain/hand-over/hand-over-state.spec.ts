import { describe, expect, test } from 'vitest';
import { handOverActs, handOverStates, moveHandOver, reachOf } from './hand-over-state.ts';

describe('a hand-over moves', () => {
  const table: Record<string, readonly string[]> = {
    //            deliver     give-up        retry      erase      finish-erasing
    WAITING: ['DELIVERED', 'FAILED', 'no', 'ERASING', 'no'],
    DELIVERED: ['no', 'no', 'no', 'ERASING', 'no'],
    FAILED: ['no', 'no', 'WAITING', 'ERASING', 'no'],
    ERASING: ['no', 'UNREACHABLE', 'ERASING', 'no', 'ERASED'],
    ERASED: ['no', 'no', 'no', 'no', 'no'],
    UNREACHABLE: ['no', 'no', 'ERASING', 'no', 'no'],
    NOT_COVERED: ['no', 'no', 'no', 'no', 'no'],
  };
  const rows = handOverStates.flatMap((state) =>
    handOverActs.map((act, column) => [state, act, table[state]?.[column] ?? 'missing'] as const),
  );
  test.each(rows)('from %s by %s: %s', (state, act, answer) => {
    expect(moveHandOver(state, act) ?? 'no').toBe(answer);
  });
});

describe('a deletion receipt says of it', () => {
  test.each([
    ['file', 'ERASED', 'erased'],
    ['push', 'ERASED', 'acknowledged'],
    ['push', 'ERASING', 'pending'],
    ['file', 'UNREACHABLE', 'unreachable'],
    ['read', 'NOT_COVERED', 'not-covered'],
    ['push', 'DELIVERED', undefined],
  ] as const)('%s %s: %s', (kind, state, reach) => {
    expect(reachOf(kind, state)).toBe(reach);
  });
});
