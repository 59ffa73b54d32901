import type { TakenBack } from '../hand-over/hand-over-target.ts';

export interface FilesTakenBack {
  readonly deleted: number;
  /** Files that should have been there, and how many of them were not. */
  readonly expected: number;
  readonly missing: number;
  /** Files beside them that no hand-over wrote. */
  readonly others: number;
}

/** In words a person understands, without names of folders. */
export function describeTakenBack({ deleted, expected, missing, others }: FilesTakenBack): TakenBack {
  const lost = missing === 0 ? [] : [`${missing} of ${expected} files were no longer where they had been written.`];
  const left = others === 0 ? [] : [`${others} other files lay beside them and were left.`];
  const unreachable = [...lost, ...left].join(' ');
  return { filesDeleted: deleted, ...(unreachable === '' ? {} : { unreachable }) };
}
