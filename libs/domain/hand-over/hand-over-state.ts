import type { Reach } from '../data-erasure/erasure.ts';

/** read: taken by own systems through the API; file: written into a folder; push: sent to a listed address. */
export const handOverKinds = ['read', 'file', 'push'] as const;
export type HandOverKind = (typeof handOverKinds)[number];

export const handOverStates = [
  'WAITING',
  'DELIVERED',
  'FAILED',
  'ERASING',
  'ERASED',
  'UNREACHABLE',
  'NOT_COVERED',
] as const;
/** FAILED and UNREACHABLE were given up, until an operator asks for another try. */
export type HandOverState = (typeof handOverStates)[number];

export const handOverActs = ['deliver', 'give-up', 'retry', 'erase', 'finish-erasing'] as const;
export type HandOverAct = (typeof handOverActs)[number];

const moves: Record<HandOverAct, Partial<Record<HandOverState, HandOverState>>> = {
  deliver: { WAITING: 'DELIVERED' },
  'give-up': { WAITING: 'FAILED', ERASING: 'UNREACHABLE' },
  retry: { FAILED: 'WAITING', ERASING: 'ERASING', UNREACHABLE: 'ERASING' },
  erase: { WAITING: 'ERASING', DELIVERED: 'ERASING', FAILED: 'ERASING' },
  'finish-erasing': { ERASING: 'ERASED' },
};

/** @returns undefined where it cannot go there: what is erased is never handed over again */
export function moveHandOver(from: HandOverState, act: HandOverAct): HandOverState | undefined {
  return moves[act][from];
}

/** What a deletion receipt says of it; undefined while it is not being erased. */
export function reachOf(kind: HandOverKind, state: HandOverState): Reach | undefined {
  switch (state) {
    case 'ERASING':
      return 'pending';
    case 'ERASED':
      return kind === 'push' ? 'acknowledged' : 'erased';
    case 'UNREACHABLE':
      return 'unreachable';
    case 'NOT_COVERED':
      return 'not-covered';
    default:
      return undefined;
  }
}
