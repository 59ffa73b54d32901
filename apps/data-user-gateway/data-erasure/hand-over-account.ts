import { type Reach, reachOf } from '#domain';
import type { DeletionReceiptFields } from '#protocol';
import type { ErasedHandOver } from './hand-over-erasure-store.ts';

type Line = DeletionReceiptFields['handOvers'][number];

const why: Partial<Record<Reach, string>> = {
  pending: 'It was told to erase, or will be, and has not answered yet.',
  'not-covered': "The data user's own systems have read these records. What they did with them is not followed.",
};

const whyFiles: Partial<Record<Reach, string>> = {
  pending: 'Files are not erased: deleting them did not go through, and is tried again.',
};

const names = { file: 'files', read: 'own systems' };

/** What a receipt says of hand-overs: one line for each place and how far erasing reached it. */
export function accountOf(handOvers: readonly ErasedHandOver[]): { filesDeleted: number; handOvers: Line[] } {
  const lines = new Map<string, Line>();
  let filesDeleted = 0;
  for (const { kind, target, state, filesDeleted: files, problem } of handOvers) {
    const status = reachOf(kind, state);
    if (status === undefined) continue;
    filesDeleted += files;
    // A folder is nobody's business; an address is known to whoever is behind it.
    const to = kind === 'push' ? target : names[kind];
    const reason = status === 'unreachable' ? (problem ?? undefined) : kind === 'file' ? whyFiles[status] : why[status];
    const key = [to, status, reason].join('|');
    const sessions = (lines.get(key)?.sessions ?? 0) + 1;
    lines.set(key, { to, kind, status, sessions, ...(reason === undefined ? {} : { reason }) });
  }
  return { filesDeleted, handOvers: [...lines.values()].slice(0, 1000) };
}
